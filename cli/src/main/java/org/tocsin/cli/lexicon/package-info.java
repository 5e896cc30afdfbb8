/**
 * What a lexicon keeper does, one class a command: check, test and explain packs, try them on
 * posts, measure them. No cluster, no Kafka; a command reads files, prints, and exits 0, 1 (what
 * was asked does not hold) or 2 (wrong command line).
 */
@NullMarked
package org.tocsin.cli.lexicon;

import org.jspecify.annotations.NullMarked;
