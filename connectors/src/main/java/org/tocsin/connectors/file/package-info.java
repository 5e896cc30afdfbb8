/**
 * How files split into records, each with its place for people: {@code file:line}. Streams: one
 * record in memory at a time.
 */
@NullMarked
package org.tocsin.connectors.file;

import org.jspecify.annotations.NullMarked;
