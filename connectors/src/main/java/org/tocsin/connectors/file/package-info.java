/**
 * How files split into records, each with its place for people: {@code file:line}. Streams: one
 * record in memory at a time, of 64 MiB at the most: a longer one comes in pieces, which the format
 * refuses. Framings only split; whether a record is any good is the format's to say, so that it
 * becomes a dead letter with its bytes and its place.
 */
@NullMarked
package org.tocsin.connectors.file;

import org.jspecify.annotations.NullMarked;
