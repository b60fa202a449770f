package afa.mastodon;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a timeline goes on, by its {@code Link} header.
 *
 * @param next address of the page of older ones, null where there is none
 * @param prev address of the page of newer ones
 */
record PageLinks(String next, String prev) {
  private static final Pattern LINK =
      Pattern.compile("<([^<>\\s]{1,2048})>\\s*;[^,<]*?\\brel=\"?([a-z]+)\"?");

  static PageLinks of(String header) {
    String next = null;
    String prev = null;
    Matcher links = LINK.matcher(header == null ? "" : header);
    while (links.find()) {
      if (links.group(2).equals("next")) next = links.group(1);
      if (links.group(2).equals("prev")) prev = links.group(1);
    }
    return new PageLinks(next, prev);
  }
}
