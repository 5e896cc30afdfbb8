/**
 * The records that travel between Tocsin's parts and over its topics, and the one JSON codec for
 * them.
 *
 * <p>Every record is an immutable Java record. Text positions are UTF-16 offsets, {@code [start,
 * end)}, into the original text of the post. Times are UTC instants; on the wire ISO-8601 with
 * {@code Z}. Names of people never travel: {@link org.tocsin.events.Post#author()} and {@link
 * org.tocsin.events.Post#mentions()} are keyed pseudonyms made at the parse step (see {@link
 * org.tocsin.events.Pseudonyms}).
 *
 * <p><b>Evolution.</b> A record grows by optional fields only. A reader ignores fields that it does
 * not know, so an old reader survives a new writer; a missing required field is refused with its
 * name, so that the caller can make a dead letter of it. Fields marked
 * {@code @JsonProperty(required = true)} are the required ones; the JSON Schemas in {@code
 * docs/schemas} are generated from these declarations by a test.
 *
 * <p>This module knows no Flink, no Kafka and no Lucene. Flink serialises these records as POJOs,
 * never with Kryo: a test in {@code jobs} holds that.
 */
@NullMarked
package org.tocsin.events;

import org.jspecify.annotations.NullMarked;
