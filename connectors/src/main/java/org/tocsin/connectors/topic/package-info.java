/**
 * What the topics of a job have to be, asked of the brokers before the job starts: Flink itself
 * runs on for ever with a wrong address, and fails at its first checkpoint, again and again, with a
 * transaction time-out that the brokers do not allow.
 */
@NullMarked
package org.tocsin.connectors.topic;

import org.jspecify.annotations.NullMarked;
