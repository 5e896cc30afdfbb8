/**
 * From matches to findings: one per category, with a score and whether an alert rule would count
 * it.
 *
 * <p>The score is the noisy-or of independent weak evidence, {@code 1 - product(1 - weight)} over
 * the distinct active entries that matched (Pearl 1988, Probabilistic Reasoning in Intelligent
 * Systems, section 4.3.2): more distinct entries raise it, repeating one entry does not. Entries in
 * shadow are shown with their matches and add nothing.
 */
@NullMarked
package org.tocsin.lexicons.score;

import org.jspecify.annotations.NullMarked;
