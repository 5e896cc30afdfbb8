/**
 * How many posts are usual for one rule and group, and how surprising a count is. Plain Java: no
 * Flink, no wall clock; times are epoch milliseconds in UTC.
 *
 * <p><b>The model</b> is that of outbreak detection in public health (Farrington et al. 1996, J. R.
 * Stat. Soc. A 159:547; Noufaily et al. 2013, Stat. Med. 32:1206): a count is negative binomial
 * about its seasonal mean, past outbreaks count less, and the most recent past not at all.
 *
 * <p><b>Mean.</b> {@link org.tocsin.jobs.baseline.History} keeps a running mean of posts per hour
 * for each of the 168 hours of a week. While a cell has few observations it says little, so its
 * estimate is drawn to a coarser one: hour of week, to hour of day within weekdays or weekend, to
 * weekdays or weekend, to overall. The weight of a level is its credibility (Bühlmann and Straub
 * 1970; empirical Bayes), {@code t / (t + n)}: {@code t} is how much the cells of the level truly
 * differ from their parent (estimated by moments from the history itself, with a prior), {@code n}
 * the relative variance of a cell's mean. Thin groups therefore rest on the overall rate, busy ones
 * on their own hours, and neither needs a setting. A window of any length expects the sum of the
 * hourly means that it overlaps, each by the share of the hour inside the window: 5 minutes expect
 * a twelfth of their hour. Within an hour posts are taken to come evenly.
 *
 * <p><b>Dispersion.</b> {@code variance = mean + dispersion * mean^2}. The dispersion is estimated
 * by moments from one-step-ahead residuals, weighted by {@code 1 / (1 + mean)^2} (Breslow 1984,
 * Appl. Stat. 33:38) so that neither quiet nor busy hours rule it. What the mean itself may be off
 * is added, as in Farrington's prediction interval: a young history is unsure, and its p-values say
 * so. The factor by which an hour is busier than its mean is taken to hold for all of a window: for
 * windows longer than an hour this is cautious.
 *
 * <p><b>A campaign does not become normal.</b> Hours wait for at least a day and at least the
 * rule's window (at most a week) before they are learned. What is learned is winsorised: at most
 * 2.5 usual spreads above the mean (Noufaily re-weights at 2.58). A cell moves by at most an eighth
 * of the difference each week. Hours of an armed event, or without a feed, are {@linkplain
 * org.tocsin.jobs.baseline.History#forget forgotten}.
 *
 * <p><b>Cold start.</b> Until a full week is learned an {@link
 * org.tocsin.jobs.baseline.Expectation} says {@code coldStart}; before the first hour is learned it
 * is a prior of one post an hour, and a guess: nothing is tested against it. A group that comes
 * when its rule has counted others for more than a week has learned a week without posts.
 *
 * <p><b>Many groups.</b> One pane tests many groups, so some small p-values are chance. {@link
 * org.tocsin.jobs.baseline.FalseDiscovery} keeps the expected share of false ones among those
 * accepted at {@code q} (Benjamini and Hochberg 1995, J. R. Stat. Soc. B 57:289). It needs only the
 * p-values up to {@code q} and how many were tested: a keyed job sends those few to one place.
 *
 * <p><b>State.</b> {@link org.tocsin.jobs.baseline.History#toBytes} is lossless (running means are
 * kept in 24 bits in memory too), so results do not depend on when state is written. At most 1 KiB
 * while no hour has more than 65,535 posts.
 */
@NullMarked
package org.tocsin.jobs.baseline;

import org.jspecify.annotations.NullMarked;
