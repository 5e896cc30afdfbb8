/**
 * Compiled lexicon bundles and watchlists on a topic: how they get to jobs that run.
 *
 * <pre>
 * chunk/SHA-256/0000  bytes      the artifact, in parts that brokers take
 * bundle/00000007     manifest   what was published, by whom, and from when on it counts
 * </pre>
 *
 * <p>The topic is compacted and has one partition, so its order is the history. A publication is
 * one transaction: chunks first, then the manifest; a {@code read_committed} reader never sees
 * half. A rollback is a publication of an artifact whose chunks are there already. Chunks are named
 * by what they hold, so that an artifact is kept once, however often it is published.
 *
 * <p>A bundle counts <em>from an event time on</em>: a post is matched by the newest bundle whose
 * {@code effectiveAt} is not after the post's own time. Every subtask decides alike, without
 * talking to the others, and so does a replay. A reader refuses what it cannot prove: see {@link
 * org.tocsin.connectors.bundles.Chunks#assemble}.
 *
 * <p>Lexicons and watchlists share the topic and its numbers, and nothing else: each {@link
 * org.tocsin.connectors.bundles.BundleManifest.Kind kind} has its own newest one. Nothing here
 * knows what an artifact holds: it is bytes, named by a digest.
 */
@NullMarked
package org.tocsin.connectors.bundles;

import org.jspecify.annotations.NullMarked;
