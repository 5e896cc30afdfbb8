/** Commands that show and measure what the extractor of observables finds. */
@NullMarked
package org.tocsin.cli.observables;

import org.jspecify.annotations.NullMarked;
