package afa.rehearsal.flickr;

import afa.rehearsal.RehearsedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said of a photo.
 *
 * @param title plain text
 * @param description HTML, with the line ends that were typed
 * @param named whether the owner gave it the title; else it is the beginning of the text
 */
record SimText(String title, String description, boolean named) {
  private static final Pattern TAG = Pattern.compile("[#＃]([\\p{L}\\p{M}\\p{N}_]+)");
  private static final Pattern TAGS_AT_THE_END = Pattern.compile("(?:\\s*" + TAG + ")+\\s*$");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");
  private static final String EVENT = RehearsedEvent.RULE;
  private static final int LONGEST_TITLE = 60;

  /**
   * What an owner says, as it stands on Flickr: hashtags become tags, the event's is nowhere else.
   *
   * @param title null where the owner gave none
   */
  static SimText of(String title, String text) {
    String words = TAGS_AT_THE_END.matcher(text).replaceAll("").replace(" " + EVENT, "");
    String plain = TAG.matcher(words).replaceAll("$1").strip();
    if (title != null) return new SimText(title, html(plain), true);
    int end = plain.offsetByCodePoints(
        0, Math.min(LONGEST_TITLE, plain.codePointCount(0, plain.length())));
    if (end == plain.length()) return new SimText(plain, "", false);
    int space = plain.lastIndexOf(' ', end);
    return new SimText(plain.substring(0, space > 0 ? space : end) + "…", html(plain), false);
  }

  /** Another text for the same photo. */
  SimText reworded(String text) {
    return of(named ? title : null, text);
  }

  /** The hashtags of a text in Flickr's form, each once. */
  static List<String> tags(String text) {
    List<String> tags = new ArrayList<>();
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      String normal = normal(tag.group(1));
      if (!normal.isEmpty() && !tags.contains(normal)) tags.add(normal);
    }
    return tags;
  }

  /** As Flickr compares tags: without case, spaces and punctuation. */
  static String normal(String tag) {
    return tag.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
  }

  /** What search looks through. */
  boolean contains(String words) {
    String all = (title + " " + description).toLowerCase(Locale.ROOT);
    return all.contains(words.toLowerCase(Locale.ROOT));
  }

  static String escaped(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#039;");
  }

  private static String html(String plain) {
    return ADDRESS
        .matcher(escaped(plain))
        .replaceAll(address -> Matcher.quoteReplacement("<a href=\"" + address.group()
            + "\" rel=\"noreferrer nofollow\">" + address.group() + "</a>"));
  }
}
