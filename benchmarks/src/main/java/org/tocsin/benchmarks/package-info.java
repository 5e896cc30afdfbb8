/**
 * Measures the matcher against its peers: {@link org.tocsin.benchmarks.MatchBench} prints one table
 * from one JVM, the JMH classes look closer. Figures count CPU time of the measuring thread, so
 * that a busy machine changes them little; the ratio between engines of one run is what to trust.
 */
@NullMarked
package org.tocsin.benchmarks;

import org.jspecify.annotations.NullMarked;
