/**
 * {@code tocsin baseline}: how well the baselines of {@code jobs} tell bursts from the usual, on
 * series drawn at random, of which the truth is known.
 */
@NullMarked
package org.tocsin.cli.baseline;

import org.jspecify.annotations.NullMarked;
