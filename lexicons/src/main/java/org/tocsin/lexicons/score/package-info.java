/**
 * From matches to findings: one per category, with a score and whether an alert rule would count
 * it.
 *
 * <p>The score is the noisy-or of independent weak evidence, {@code 1 - product(1 - weight)} over
 * the distinct active entries that matched (Pearl 1988, Probabilistic Reasoning in Intelligent
 * Systems, section 4.3.2): more distinct entries raise it, repeating one entry does not. Entries in
 * shadow are shown with their matches and add nothing.
 *
 * <p>Contexts lower weights, not the sum: a negated match beside one that is not leaves the other
 * whole. Names on watchlists weigh together what one weighs, and are also lowered by what stands
 * around the wallet or page of their post. An entry that matched in several places counts by its
 * least lowered one.
 */
@NullMarked
package org.tocsin.lexicons.score;

import org.jspecify.annotations.NullMarked;
