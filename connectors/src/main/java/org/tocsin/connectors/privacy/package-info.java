/**
 * What is hidden in a text before it leaves the parse step.
 *
 * <p>Masks are as long as what they hide, counted in UTF-16 units: the spans of matches and
 * observables, found in the original text, stand in the masked one. Masking is for what people are
 * shown; matching sees the original and forgets it. Every pass is linear in the text, whatever it
 * holds, and what a costly check cannot afford to look at is masked unchecked.
 */
@NullMarked
package org.tocsin.connectors.privacy;

import org.jspecify.annotations.NullMarked;
