/**
 * Options of jobs and commands: picocli mix-ins, each one concern, shared by the submitted jobs and
 * the CLI.
 *
 * <p>{@link org.tocsin.jobs.options.CommandRunner} parses so that every mistake of a command line
 * is told at once.
 */
@NullMarked
package org.tocsin.jobs.options;

import org.jspecify.annotations.NullMarked;
