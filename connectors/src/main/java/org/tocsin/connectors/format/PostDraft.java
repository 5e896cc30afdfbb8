package org.tocsin.connectors.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Post;
import org.tocsin.events.Pseudonyms;

/**
 * A post while nothing in it has matched yet: plain fields, reused for every record, no pseudonym
 * made. Accounts are held raw here and only here; {@link #toPost} is where they become pseudonyms.
 * Not thread-safe.
 */
public final class PostDraft {
  private static final int MAX_FIELD = 1_000;

  /**
   * Characters: more than any platform lets a person write, little enough to match within memory.
   */
  private static final int MAX_TEXT = 1_000_000;

  /** Before any platform: the time of a clock that was never set. */
  private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

  String platform = "";

  /**
   * The part of the id that names an account, made a pseudonym in {@link #id}; null when no part
   * does.
   */
  @Nullable String idAccount;

  String nativeId = "";

  /** The id as the record gives it, where it is not {@link #nativeId}; null where it is. */
  @Nullable String givenId;

  /** Whether ids are already {@code platform:native-id} and stay as they are. */
  boolean globalIds;

  String account = "";
  @Nullable String channel;
  String text = "";
  String lang = "und";
  long createdAt;

  /** Epoch milliseconds; 0 for a first version. */
  long editedAt;

  long ingestedAt;

  // Accounts and ids below stay raw until toPost. Lists are cleared, not replaced.
  final List<String> links = new ArrayList<>();
  final List<String> tags = new ArrayList<>();
  final List<String> mentionedAccounts = new ArrayList<>();
  @Nullable String replyToAccount;
  @Nullable String replyToNativeId;
  @Nullable String repostOfAccount;
  @Nullable String repostOfNativeId;
  final List<String> media = new ArrayList<>();

  private final Pseudonyms pseudonyms;

  PostDraft(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** Empties every field for the next post. */
  void clear() {
    platform = "";
    idAccount = null;
    nativeId = "";
    givenId = null;
    globalIds = false;
    account = "";
    channel = null;
    text = "";
    lang = "und";
    createdAt = 0;
    editedAt = 0;
    ingestedAt = 0;
    links.clear();
    tags.clear();
    mentionedAccounts.clear();
    replyToAccount = null;
    replyToNativeId = null;
    repostOfAccount = null;
    repostOfNativeId = null;
    media.clear();
  }

  /** Globally unique id; see {@link Post#id()}. Made anew at each call. */
  public String id() {
    return id(idAccount, nativeId);
  }

  /**
   * The id as the record gives it, without platform, instance or pseudonym: what a user finds again
   * in their own file. Where a record has none, its place among the records of this reader, from 1.
   * Not unique: {@link #id()} is.
   */
  public String givenId() {
    return givenId == null ? nativeId : givenId;
  }

  private String id(@Nullable String ofAccount, String ofNativeId) {
    return globalIds ? ofNativeId : id(platform, ofAccount, ofNativeId, pseudonyms);
  }

  /**
   * {@code platform:native-id}, or {@code platform:pseudonym/native-id} where an account is part of
   * the native id.
   */
  static String id(
      String platform, @Nullable String account, String nativeId, Pseudonyms pseudonyms) {
    return account == null
        ? platform + ":" + nativeId
        : platform + ":" + pseudonyms.of(platform, account) + "/" + nativeId;
  }

  /** The original text: unmasked, to be matched and then forgotten. */
  public String text() {
    return text;
  }

  /** Where it was posted. */
  public String platform() {
    return platform;
  }

  /** Declared language, BCP-47, {@code und} when not declared. */
  public String lang() {
    return lang;
  }

  /**
   * Why a field is too long, or null: a platform's ids and tags are short, and Kafka refuses a
   * record of more than 1 MiB; a text of millions of characters is nobody's post, and matching it
   * would take a subtask's memory.
   */
  public @Nullable String overlong() {
    if (nativeId.length() > MAX_FIELD) {
      return overlong("id", nativeId);
    }
    if (platform.length() > MAX_FIELD) {
      return overlong("platform", platform);
    }
    if (lang.length() > MAX_FIELD) {
      return overlong("lang", lang);
    }
    if (channel != null && channel.length() > MAX_FIELD) {
      return overlong("channel", channel);
    }
    if (replyToNativeId != null && replyToNativeId.length() > MAX_FIELD) {
      return overlong("replyTo", replyToNativeId);
    }
    if (repostOfNativeId != null && repostOfNativeId.length() > MAX_FIELD) {
      return overlong("repostOf", repostOfNativeId);
    }
    if (text.length() > MAX_TEXT) {
      return overlong("text", text, MAX_TEXT);
    }
    return null;
  }

  private static String overlong(String field, String value) {
    return overlong(field, value, MAX_FIELD);
  }

  private static String overlong(String field, String value, int most) {
    return "'%s' has %d characters: expected at most %d".formatted(field, value.length(), most);
  }

  /** Whether this version replaces an earlier one under the same id. */
  public boolean isEdit() {
    return editedAt != 0;
  }

  /** Whether it repeats or quotes another post. */
  public boolean isRepost() {
    return repostOfNativeId != null;
  }

  /**
   * Event time of this version, epoch milliseconds, never later than it was ingested: where the
   * clock is wrong, when it was ingested.
   */
  public long versionAt() {
    return clamped(editedAt == 0 ? createdAt : editedAt);
  }

  /** Whether the declared time cannot be: later than it was ingested, or before the year 2000. */
  public boolean isClockWrong() {
    long declared = editedAt == 0 ? createdAt : editedAt;
    return clamped(declared) != declared;
  }

  private long clamped(long declared) {
    return declared < EARLIEST || declared > ingestedAt ? ingestedAt : declared;
  }

  /**
   * The record, with pseudonyms for accounts.
   *
   * @param shownText the text that may leave the parse step: masked, and cut when long
   */
  public Post toPost(String shownText) {
    return new Post(
        id(),
        platform,
        pseudonyms.of(platform, account),
        channel,
        shownText,
        lang,
        Instant.ofEpochMilli(clamped(createdAt)),
        editedAt == 0 ? null : Instant.ofEpochMilli(clamped(editedAt)),
        Instant.ofEpochMilli(ingestedAt),
        links,
        tags,
        mentionedAccounts.stream().map(mentioned -> pseudonyms.of(platform, mentioned)).toList(),
        replyToNativeId == null ? null : id(replyToAccount, replyToNativeId),
        repostOfNativeId == null ? null : id(repostOfAccount, repostOfNativeId),
        media);
  }
}
