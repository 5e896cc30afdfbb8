/**
 * {@code tocsin alerts}: reading alerts and giving verdicts in a terminal, on the same topics and
 * records as any other reader.
 *
 * <p>The alerts topic holds every revision of every alert. {@link org.tocsin.cli.alerts.AlertBook}
 * keeps the latest of each id in memory: as many alerts as the topic retains. Readers are {@code
 * read_committed}: what a failed job did not commit is never shown.
 */
@NullMarked
package org.tocsin.cli.alerts;

import org.jspecify.annotations.NullMarked;
