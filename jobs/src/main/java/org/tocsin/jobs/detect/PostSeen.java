package org.tocsin.jobs.detect;

/**
 * That a post was read, whatever was found in it.
 *
 * @param platform where
 * @param lang declared language
 * @param at event time, epoch milliseconds
 */
public record PostSeen(String platform, String lang, long at) {}
