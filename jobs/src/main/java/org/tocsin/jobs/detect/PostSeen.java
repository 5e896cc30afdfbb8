package org.tocsin.jobs.detect;

/**
 * That a post was read, whatever was found in it.
 *
 * @param platform where
 * @param lang declared language
 * @param at event time, epoch milliseconds
 * @param clamped whether the time that it declares could not be, and was replaced
 */
public record PostSeen(String platform, String lang, long at, boolean clamped) {}
