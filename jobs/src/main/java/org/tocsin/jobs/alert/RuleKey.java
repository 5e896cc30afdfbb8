package org.tocsin.jobs.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import org.tocsin.events.Sha256;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * What state of a rule is keyed by: its name and a digest of all it says. What it does not say has
 * no part in it, so that a release in which rules can say more keeps the windows and open alerts of
 * those that do not.
 */
final class RuleKey {
  private static final int DIGITS = 12;

  private static final ObjectMapper SAID =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.NON_DEFAULT))
          .build();

  private RuleKey() {}

  static String of(AlertRule rule) {
    return rule.name() + "#" + Sha256.hex(said(rule)).substring(0, DIGITS);
  }

  /** All that a rule says, and nothing else, in one order. */
  static String said(AlertRule rule) {
    try {
      return new String(SAID.writeValueAsBytes(rule), StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a rule is plain data", e);
    }
  }
}
