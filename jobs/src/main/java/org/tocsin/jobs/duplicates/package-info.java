/**
 * Texts that were copied, also when each copy was changed a little.
 *
 * <p><b>Sketch.</b> {@link org.tocsin.jobs.duplicates.Sketcher} makes of a text its set of words
 * (case, punctuation, zero-width characters, diacritics, links and mentions removed) and keeps for
 * each of 36 keyed random orders the first word: MinHash (Broder 1997). Long words come first more
 * often than short ones (P-MinHash, Moulton and Jiang 2018), so that two texts are not alike by
 * their "the" and "and". A {@link org.tocsin.jobs.duplicates.Sketch} is 72 bytes; the share of
 * places in which two agree estimates the share of words, by weight, that their texts have in
 * common (Jaccard). The key comes from the deployment's secret: nobody outside can craft texts that
 * collide, and sketches of two deployments say nothing about each other.
 *
 * <p>A text of fewer than {@link org.tocsin.jobs.duplicates.Sketcher#LEAST_WORDS} words has no
 * sketch: a slogan is repeated without being copied. Neither have reposts, quotes and texts in a
 * context of news: copying is what they are for.
 *
 * <p><b>Bands.</b> Texts to compare are found by locality-sensitive hashing: {@link
 * org.tocsin.jobs.duplicates.Sketch#bands} gives twelve keys of three places each; copies share at
 * least one with high probability, unrelated texts seldom. A job keys its state by band: a signal
 * joins the group of each of its bands, and each group counts on its own, with no order among
 * posts.
 *
 * <p>Two copies that each had 15 % of their words changed on their own were found with a recall of
 * 0.97 and without a false pair (150 families of 8 among 1,500 unrelated texts, two seeds); {@code
 * CopiesTest} prints such figures and holds recall 0.9 at precision 0.98.
 *
 * <p><b>One family, one alert.</b> A group of one band holds that part of a family of copies in
 * which all words of the band survived: all of exact copies, about two fifths where each copy has
 * 15 % of its words changed. So (1) a band group that meets its rule is a candidate, (2) {@link
 * org.tocsin.jobs.duplicates.Family#of} takes the sketches of its samples and says their {@link
 * org.tocsin.jobs.duplicates.Family#centre centre}, the commonest word in each place, which is the
 * text that all were copied from, whichever part of the family voted; a candidate that is not
 * {@linkplain org.tocsin.jobs.duplicates.Family#isClose close} about its centre is a chance meeting
 * of common words and is dropped; (3) where all candidates of one rule and pane meet, {@link
 * org.tocsin.jobs.duplicates.Families#unite} puts those with like centres together: one alert, of
 * the largest count (a lower bound of the family's) and all samples. (4) The alert's group is the
 * family's {@linkplain org.tocsin.jobs.duplicates.Family#name name}, which follows from the centre
 * and so stays while posts come and go. None of the steps depends on order.
 */
@NullMarked
package org.tocsin.jobs.duplicates;

import org.jspecify.annotations.NullMarked;
