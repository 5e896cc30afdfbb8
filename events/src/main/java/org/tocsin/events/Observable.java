package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
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
 * @param listed references of the watchlist items that name exactly this value, such as {@code
 *     ofac:12345} or {@code un:QDi.001}, the first {@link #MAX_LISTED}; empty when none does, and
 *     then not written
 */
public record Observable(
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) String value,
    @JsonProperty(required = true) int start,
    @JsonProperty(required = true) int end,
    @Nullable Boolean checksumValid,
    @Nullable String token,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> listed) {

  /** Kinds whose value is a link or an address that software could follow. */
  private static final Set<String> LINKS =
      Set.of("url", "domain", "email", "invite", "payment-page", "crowdfunding");

  /** The most items that are named for one value: bounds a record whatever the lists. */
  public static final int MAX_LISTED = 20;

  public Observable {
    Required.field(kind, "kind");
    Required.field(value, "value");
    listed = Post.orEmpty(listed);
  }

  /** One that no watchlist names. */
  public Observable(
      String kind,
      String value,
      int start,
      int end,
      @Nullable Boolean checksumValid,
      @Nullable String token) {
    this(kind, value, start, end, checksumValid, token, List.of());
  }

  /** One without a token, that no watchlist names. */
  public Observable(
      String kind, String value, int start, int end, @Nullable Boolean checksumValid) {
    this(kind, value, start, end, checksumValid, null, List.of());
  }

  /** The same as alerts carry it: {@link #defanged}, of no place in any one text. */
  public Observable forAlert() {
    return new Observable(kind, defanged(), 0, 0, checksumValid, token, listed);
  }

  /** The same, named by these items of watchlists. */
  public Observable listedAs(List<String> references) {
    return new Observable(kind, value, start, end, checksumValid, token, references);
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
