/**
 * Whole-system tests: what was built, run as its users run it.
 *
 * <p>Every program under test is a process of its own with the class path that it has in the field:
 * the broker Kafka's, the cluster what {@code lib/} of a Flink distribution holds, the commands
 * {@code cli/target}. Expected values are counted by hand or from the input, never by Tocsin's own
 * code.
 */
@NullMarked
package org.tocsin.system;

import org.jspecify.annotations.NullMarked;
