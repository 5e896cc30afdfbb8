package org.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
  static List<Record> records() {
    return Events.ALL;
  }

  static Stream<Arguments> requiredFields() {
    return Events.ALL.stream()
        .flatMap(
            record ->
                Arrays.stream(record.getClass().getRecordComponents())
                    .filter(JsonTest::required)
                    .map(component -> Arguments.of(record, component.getName())));
  }

  private static boolean required(RecordComponent component) {
    var property =
        component.getAccessor().getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
    return property != null && property.required();
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyRecord_writtenAndRead_isEqual(Record event) throws Exception {
    assertThat(Json.read(Json.write(event), event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("records")
  void oldReader_newOptionalField_ignoresIt(Record event) throws Exception {
    String json = new String(Json.write(event), StandardCharsets.UTF_8);
    String newer = "{\"addedLater\":{\"deep\":[1,2]}," + json.substring(1);
    assertThat(Json.read(newer.getBytes(StandardCharsets.UTF_8), event.getClass()))
        .isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("requiredFields")
  void missingRequiredField_isRefusedByName(Record event, String field) {
    String json = new String(Json.write(event), StandardCharsets.UTF_8);
    String without = json.replaceFirst("\"" + field + "\":", "\"renamed\":");
    assertThatThrownBy(() -> Json.read(without.getBytes(StandardCharsets.UTF_8), event.getClass()))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("missing required field '" + field + "'");
  }

  @Test
  void nullRequiredField_isRefusedByName() {
    assertRefused(
            "{\"alertId\":null,\"decision\":\"confirmed\",\"analyst\":\"a\",\"at\":\"2026-03-01T12:00:00Z\"}")
        .hasMessage("missing required field 'alertId'");
  }

  @Test
  void unknownLabel_isRefusedWithTheKnownOnes() {
    assertRefused(
            "{\"alertId\":\"i\",\"decision\":\"confirm\",\"analyst\":\"a\",\"at\":\"2026-03-01T12:00:00Z\"}")
        .hasMessageContaining(
            "'confirm' is not one of confirmed, false-positive, escalated, snoozed");
  }

  @Test
  void snoozeWithoutEnd_isRefused() {
    assertRefused(
            "{\"alertId\":\"i\",\"decision\":\"snoozed\",\"analyst\":\"a\",\"at\":\"2026-03-01T12:00:00Z\"}")
        .hasMessageContaining("'until'");
  }

  @Test
  void notJson_isRefusedWithAReason() {
    assertRefused("{\"alertId\":").hasMessageStartingWith("not valid JSON");
    assertRefused("").hasMessageContaining("No content");
    assertRefused("null").hasMessageContaining("found null");
    assertRefused("{\"later\":" + "[".repeat(100_000)).hasMessageContaining("nesting depth");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(String json) {
    return assertThatThrownBy(() -> Json.read(json.getBytes(StandardCharsets.UTF_8), Verdict.class))
        .isInstanceOf(UnreadableRecordException.class);
  }
}
