/**
 * What can be said of packs beyond whether they can be read: lint, examples, near misses.
 *
 * <p>Nothing here knows how text is matched. {@link org.tocsin.lexicons.check.Lint} asks the
 * compiled bundle what each entry's own words find: nothing means that the entry can never match,
 * another entry over the same words is a duplicate, one over a part of them a shadow.
 */
@NullMarked
package org.tocsin.lexicons.check;

import org.jspecify.annotations.NullMarked;
