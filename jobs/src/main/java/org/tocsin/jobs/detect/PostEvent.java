package org.tocsin.jobs.detect;

import org.jspecify.annotations.Nullable;
import org.tocsin.events.Signal;

/**
 * Something that happened to a post that matters to windows: a signal, or a retraction.
 *
 * @param postId whose
 * @param at event time, epoch milliseconds
 * @param signal null for a retraction of all versions before {@code at}
 */
public record PostEvent(String postId, long at, @Nullable Signal signal) {}
