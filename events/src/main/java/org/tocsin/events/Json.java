package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The one JSON codec of the records in this package. Thread-safe. */
public final class Json {
  /**
   * Posts of up to 20 million characters are read; a deeper or longer document is refused, not
   * parsed without end.
   */
  public static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxStringLength(20_000_000).maxNestingDepth(200).build();

  private static final ObjectMapper MAPPER = mapper();

  private Json() {}

  /** UTF-8 bytes of one record, without a line end; null fields are left out. */
  public static byte[] write(Object event) {
    try {
      return MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write " + event.getClass().getSimpleName(), e);
    }
  }

  /**
   * One record from UTF-8 bytes. Fields that the type does not have are ignored.
   *
   * @throws UnreadableRecordException with a reason for a person, when it is not JSON or lacks a
   *     required field
   */
  public static <T> T read(byte[] json, Class<T> type) throws UnreadableRecordException {
    try {
      T event = MAPPER.readValue(json, type);
      if (event == null) {
        throw new UnreadableRecordException("expected a JSON object, found null", null);
      }
      return event;
    } catch (IOException e) {
      throw new UnreadableRecordException(reason(e), e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof ValueInstantiationException
        && e.getCause() instanceof IllegalArgumentException cause) {
      return String.valueOf(cause.getMessage());
    }
    if (e instanceof MismatchedInputException mismatch) {
      String message = mismatch.getOriginalMessage();
      String path = pathOf(mismatch);
      return message.startsWith("Missing required creator property")
          ? "missing required field '" + path + "'"
          : "field '" + path + "': " + message;
    }
    return e instanceof JsonProcessingException json
        ? "not valid JSON: " + json.getOriginalMessage()
        : String.valueOf(e.getMessage());
  }

  private static String pathOf(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static ObjectMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .withCoercionConfig(
                LogicalType.Textual,
                text -> {
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                  text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                  text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
            .build();
    mapper.getFactory().setStreamReadConstraints(LIMITS);
    return mapper;
  }
}
