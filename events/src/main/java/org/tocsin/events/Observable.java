package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A machine-checkable artefact in a post (the STIX word): a wallet, IBAN, invite link, payment
 * page, URL or domain.
 *
 * @param kind what it is, lower case: {@code btc}, {@code iban}, {@code invite}, ...
 * @param value canonical form; for a phone or card number its keyed pseudonym
 * @param start UTF-16 offset of its first unit in the original text
 * @param end offset after its last unit
 * @param checksumValid whether its checksum holds; null for kinds and spellings that have none
 * @param token the token asked for at a wallet, lower case, such as {@code usdt}; null for none
 */
public record Observable(
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) String value,
    @JsonProperty(required = true) int start,
    @JsonProperty(required = true) int end,
    @Nullable Boolean checksumValid,
    @Nullable String token) {

  /** Kinds whose value is a link or an address that software could follow. */
  private static final Set<String> LINKS =
      Set.of("url", "domain", "email", "invite", "payment-page", "crowdfunding");

  public Observable {
    Required.field(kind, "kind");
    Required.field(value, "value");
  }

  /** One without a token. */
  public Observable(
      String kind, String value, int start, int end, @Nullable Boolean checksumValid) {
    this(kind, value, start, end, checksumValid, null);
  }

  /** The same as alerts carry it: {@link #defanged}, of no place in any one text. */
  public Observable forAlert() {
    return new Observable(kind, defanged(), 0, 0, checksumValid, token);
  }

  /**
   * The value for showing to people: links spelt so that no software makes them clickable ({@code
   * hxxps://example[.]org/x}, {@code name[@]example[.]org}); all else as it is. What is spelt so
   * already stays.
   */
  public String defanged() {
    if (!LINKS.contains(kind)) {
      return value;
    }
    int host = value.indexOf("://") < 0 ? 0 : value.indexOf("://") + 3;
    int end = value.indexOf('/', host);
    String name = end < 0 ? value.substring(host) : value.substring(host, end);
    return value.substring(0, host).replace("http", "hxxp")
        + name.replace("[.]", ".").replace("[@]", "@").replace(".", "[.]").replace("@", "[@]")
        + (end < 0 ? "" : value.substring(end));
  }
}
