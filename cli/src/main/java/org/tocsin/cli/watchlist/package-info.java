/**
 * The commands about watchlists: import published lists into one file, check it, see what changed,
 * look things up. No cluster, no Kafka; a command reads files, prints text or JSON, and exits 0, 1
 * (what was asked does not hold) or 2 (wrong command line).
 */
@NullMarked
package org.tocsin.cli.watchlist;

import org.jspecify.annotations.NullMarked;
