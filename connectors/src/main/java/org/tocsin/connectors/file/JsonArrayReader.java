package org.tocsin.connectors.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits JSON arrays into their elements; values beside arrays are records too. */
final class JsonArrayReader implements RecordReader {
  // Only splits: what is too deep or too long for the format is refused by the format, so that one
  // bad element does not take the rest of the file with it.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100_000)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // What is left behind a broken element is read from it.
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private final Tape tape;
  private final JsonParser json;
  private boolean broken;
  private long line;

  JsonArrayReader(InputStream in) throws IOException {
    tape = new Tape(in);
    json = FACTORY.createParser(tape);
  }

  @Override
  public byte @Nullable [] next() throws IOException {
    if (broken) {
      return rest();
    }
    try {
      return element();
    } catch (JsonProcessingException | CharConversionException e) {
      broken = true;
      return rest();
    }
  }

  @Override
  public long line() {
    return line;
  }

  private byte @Nullable [] element() throws IOException {
    JsonToken token = json.nextToken();
    while (isArrayItself(token)) {
      tape.forget(json.currentLocation().getByteOffset());
      token = json.nextToken();
    }
    if (token == null) {
      return null;
    }
    long begin = json.currentTokenLocation().getByteOffset();
    if (begin < 0) {
      // Not UTF-8: Jackson reads it, but cannot say where.
      broken = true;
      return rest();
    }
    line = json.currentTokenLocation().getLineNr();
    tape.forget(begin);
    json.skipChildren();
    json.finishToken();
    long end = json.currentLocation().getByteOffset();
    byte[] element = tape.bytes(begin, end);
    tape.forget(end);
    return element;
  }

  private boolean isArrayItself(@Nullable JsonToken token) {
    return token == JsonToken.END_ARRAY
        || (token == JsonToken.START_ARRAY && json.getParsingContext().getNestingDepth() == 1);
  }

  /** What is left, in pieces of bounded size; a blank rest is nothing. */
  private byte @Nullable [] rest() throws IOException {
    byte[] more = new byte[1 << 16];
    try {
      while (tape.read(more, 0, more.length) >= 0) {
        // The tape keeps it.
      }
    } catch (JsonProcessingException e) {
      // As much as a record may hold.
    }
    long end = tape.end();
    byte[] rest = tape.bytes(tape.start(), end);
    tape.forget(end);
    return Blanks.isBlank(rest) ? null : rest;
  }

  @Override
  public void close() throws IOException {
    tape.close();
  }
}
