package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A machine-checkable artefact in a post (the STIX word): a wallet, IBAN, invite link, payment
 * page, URL or domain.
 *
 * @param kind what it is, lower case: {@code btc}, {@code iban}, {@code invite}, ...
 * @param value canonical form
 * @param start UTF-16 offset of its first unit in the original text
 * @param end offset after its last unit
 * @param checksumValid whether its checksum holds; null for kinds that have none
 */
public record Observable(
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) String value,
    @JsonProperty(required = true) int start,
    @JsonProperty(required = true) int end,
    @Nullable Boolean checksumValid) {

  public Observable {
    Required.field(kind, "kind");
    Required.field(value, "value");
  }
}
