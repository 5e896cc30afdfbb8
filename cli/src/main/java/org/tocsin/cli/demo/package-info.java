/**
 * The demo: a real Kafka broker (KRaft), Flink with its web UI and the monitor job that ships, in
 * this one process, fed by a replay.
 *
 * <p>At the end of the replay the job is drained ({@code stopWithSavepoint} that advances to the
 * end of event time), so that every window still open is evaluated and every transaction committed;
 * nothing in the job knows that it is a demo.
 */
@NullMarked
package org.tocsin.cli.demo;

import org.jspecify.annotations.NullMarked;
