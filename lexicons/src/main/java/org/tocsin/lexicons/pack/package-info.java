/**
 * What a lexicon keeper edits, as records, and how it is read from YAML.
 *
 * <p>A pack is a folder: {@code pack.yaml}, {@code entries*.yaml}, {@code rules.yaml}, {@code
 * context.yaml}, {@code examples.yaml}; {@code docs/packs.md} describes the format. {@link
 * org.tocsin.lexicons.pack.Packs} reads folders, checks everything and reports all problems at
 * once, each with file, line and column. Reading keeps no wall clock and no environment: the same
 * files give the same packs.
 */
@NullMarked
package org.tocsin.lexicons.pack;

import org.jspecify.annotations.NullMarked;
