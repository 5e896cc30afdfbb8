package org.tocsin.jobs.alert;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.lexicons.pack.AlertRule;

/**
 * A rule as text, in state and between operators. What a later release adds to rules is read as
 * absent from the text of an earlier one.
 */
final class RuleText {
  private static final Logger LOG = LoggerFactory.getLogger(RuleText.class);

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  private RuleText() {}

  static String write(AlertRule rule) {
    try {
      return new String(JSON.writeValueAsBytes(rule), StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a rule is plain data", e);
    }
  }

  /**
   * Reads one.
   *
   * @return null when this release cannot: what the rule began is given up, and that is logged
   */
  static @Nullable AlertRule read(String said) {
    try {
      return JSON.readValue(said, AlertRule.class);
    } catch (JsonProcessingException e) {
      LOG.error("a rule of an earlier release cannot be read: {}", e.getOriginalMessage());
      return null;
    }
  }
}
