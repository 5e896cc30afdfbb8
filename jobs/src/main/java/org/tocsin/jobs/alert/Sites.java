package org.tocsin.jobs.alert;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The site that a link leads to: its host. Where a host says nothing, for it shortens everybody's
 * links or holds everybody's pages, the page stands for the site.
 */
final class Sites {
  private static final int LONGEST = 200;
  private static final Pattern COMMON = Pattern.compile("^(www|m|mobile)\\.");
  private static final Pattern SLASHES = Pattern.compile("/+$");

  private static final Set<String> SHORTEN =
      Set.of(
          "amzn.to",
          "bit.ly",
          "buff.ly",
          "clck.ru",
          "cutt.ly",
          "dlvr.it",
          "fb.me",
          "goo.gl",
          "goo.su",
          "ift.tt",
          "is.gd",
          "j.mp",
          "lnkd.in",
          "ow.ly",
          "rb.gy",
          "rebrand.ly",
          "shorturl.at",
          "t.co",
          "tiny.cc",
          "tinyurl.com",
          "trib.al",
          "vk.cc",
          "youtu.be");

  private static final Set<String> HOLD =
      Set.of(
          "bsky.app",
          "discord.com",
          "discord.gg",
          "docs.google.com",
          "drive.google.com",
          "facebook.com",
          "instagram.com",
          "linktr.ee",
          "medium.com",
          "ok.ru",
          "pastebin.com",
          "reddit.com",
          "rutube.ru",
          "soundcloud.com",
          "t.me",
          "telegra.ph",
          "tiktok.com",
          "twitch.tv",
          "twitter.com",
          "vimeo.com",
          "vk.com",
          "x.com",
          "youtube.com");

  private Sites() {}

  /** Of a link; none when it is not one. */
  static Stream<String> of(String link) {
    try {
      URI uri = new URI(link);
      if (uri.getHost() == null) {
        return Stream.of();
      }
      String host = COMMON.matcher(uri.getHost().toLowerCase(Locale.ROOT)).replaceFirst("");
      return Stream.of(SHORTEN.contains(host) || HOLD.contains(host) ? page(host, uri) : host);
    } catch (URISyntaxException e) {
      return Stream.of();
    }
  }

  private static String page(String host, URI uri) {
    String path =
        uri.getRawPath() == null ? "" : SLASHES.matcher(uri.getRawPath()).replaceFirst("");
    // What a video is named by.
    String query =
        uri.getRawQuery() == null || !path.equals("/watch") ? "" : "?" + uri.getRawQuery();
    String page = host + path + query;
    return page.substring(0, Math.min(LONGEST, page.length()));
  }
}
