/** The accounts, channels, posts and observables of alerts as a graph: a page, GraphML, CSV. */
@NullMarked
package org.tocsin.cli.graph;

import org.jspecify.annotations.NullMarked;
