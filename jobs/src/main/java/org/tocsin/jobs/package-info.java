/**
 * The jobs that are submitted to a Flink cluster, their options, and the topology that they and the
 * local runs share.
 *
 * <pre>
 * posts -> detect (parse and match, in the source) -> signals -> deduplicate -> rules x groups -> windows -> alerts
 *                 \-> dead letters                                         \-> late posts
 * </pre>
 *
 * <p>{@link org.tocsin.jobs.MonitorTopology} takes its source and its sinks as arguments, so that
 * tests run the wiring that ships. Only signals are shuffled, never posts. Times are event times of
 * posts; no logic here reads a clock.
 */
@NullMarked
package org.tocsin.jobs;

import org.jspecify.annotations.NullMarked;
