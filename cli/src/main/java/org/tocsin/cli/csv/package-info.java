/** Tables as CSV, for spreadsheets and scripts; written by Jackson. */
@NullMarked
package org.tocsin.cli.csv;

import org.jspecify.annotations.NullMarked;
