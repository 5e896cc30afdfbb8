package org.tocsin.benchmarks;

import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.tocsin.connectors.format.XFormat;
import org.tocsin.connectors.source.KafkaPostSource;

/**
 * The least that a job over a topic of posts does, for a cluster: reads, parses and counts. The
 * whole job is measured against it; see {@link CountOnly}.
 */
public final class CountJob {
  private CountJob() {}

  /**
   * Submits it.
   *
   * @param args bootstrap servers, the topic, and the consumer group
   */
  public static void main(String[] args) throws Exception {
    Properties client = new Properties();
    client.setProperty("bootstrap.servers", args[0]);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().enableObjectReuse();
    new KafkaPostSource(args[1], args[2], OffsetsInitializer.earliest(), client)
        .open(
            env, new CountOnly(new XFormat(), EndToEndBench.KEY), WatermarkStrategy.noWatermarks())
        .sinkTo(new DiscardingSink<>());
    env.execute("parse and count");
  }
}
