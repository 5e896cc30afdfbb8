/**
 * Pages as code: the build makes this package's classes of the templates in {@code src/main/jte},
 * which escape whatever they are given by where in the page it stands.
 */
@NullMarked
package org.tocsin.cli.page;

import org.jspecify.annotations.NullMarked;
