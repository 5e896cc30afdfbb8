/** Where records go: Kafka topics, each with its key, and files of JSON lines for local runs. */
@NullMarked
package org.tocsin.connectors.sink;

import org.jspecify.annotations.NullMarked;
