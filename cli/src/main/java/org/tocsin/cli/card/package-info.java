/**
 * An alert as a card that a person reads in under a minute: the reason, the arithmetic, the
 * evidence with its spans marked.
 */
@NullMarked
package org.tocsin.cli.card;

import org.jspecify.annotations.NullMarked;
