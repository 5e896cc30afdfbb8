package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * Input that could not be used, with the reason. Holds the raw bytes as received but for masked
 * card and phone numbers: names of accounts, too, so the topic deserves restricted access.
 *
 * @param origin where it came from: {@code file:line} or {@code topic-partition@offset}
 * @param stage which step refused it: {@code read} or {@code parse}
 * @param reason one sentence that a person can act on
 * @param raw the bytes in Base64; the first {@link #MAX_RAW_BYTES} of them
 * @param rawBytes how many bytes there were
 * @param at when it was ingested
 */
public record DeadLetter(
    @JsonProperty(required = true) String origin,
    @JsonProperty(required = true) String stage,
    @JsonProperty(required = true) String reason,
    @JsonProperty(required = true) String raw,
    @JsonProperty(required = true) long rawBytes,
    @JsonProperty(required = true) Instant at) {

  /**
   * The most bytes that a dead letter keeps: its Base64 form stays below Kafka's default record
   * limit of 1 MiB.
   */
  public static final int MAX_RAW_BYTES = 512 * 1024;

  public DeadLetter {
    Required.field(origin, "origin");
    Required.field(stage, "stage");
    Required.field(reason, "reason");
    Required.field(raw, "raw");
    Required.field(at, "at");
  }

  /** A dead letter of these bytes. */
  public static DeadLetter of(
      String origin, String stage, String reason, byte[] bytes, Instant at) {
    byte[] kept = bytes.length > MAX_RAW_BYTES ? Arrays.copyOf(bytes, MAX_RAW_BYTES) : bytes;
    String raw = Base64.getEncoder().encodeToString(kept);
    return new DeadLetter(origin, stage, reason, raw, bytes.length, at);
  }
}
