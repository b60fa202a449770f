package afa.rehearsal.flickr;

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
 */
record SimText(String title, String description) {
  private static final Pattern TAG = Pattern.compile("[#＃]([\\p{L}\\p{M}\\p{N}_]+)");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");
  private static final int LONGEST_TITLE = 60;

  /** The beginning of a text as title, all of it as description where that is more. */
  static SimText of(String text) {
    String plain = TAG.matcher(text).replaceAll("$1").strip();
    int end = plain.offsetByCodePoints(
        0, Math.min(LONGEST_TITLE, plain.codePointCount(0, plain.length())));
    boolean isShort = end == plain.length();
    int space = plain.lastIndexOf(' ', end);
    String title = isShort ? plain : plain.substring(0, space > 0 ? space : end) + "…";
    return new SimText(title, isShort ? "" : html(plain));
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
