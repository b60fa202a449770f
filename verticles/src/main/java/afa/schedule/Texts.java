package afa.schedule;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Makes harmless plain text of what a schedule says. */
final class Texts {
  private static final int LONGEST_TEXT = 64 * 1024;
  private static final int LONGEST_NAME = 500;
  private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^<>]{0,2000}>");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

  private Texts() {}

  /** One line of at most 500 characters, for titles, rooms and people. */
  static String name(@Nullable String text) {
    if (text == null) return "";
    String head = cut(text, LONGEST_NAME * 4);
    String line = SPACE.matcher(clean(head)).replaceAll(" ").strip();
    return cut(line, LONGEST_NAME);
  }

  /** Several lines of at most 64 Ki characters; tags of HTML are taken out. */
  static String prose(@Nullable String text) {
    if (text == null) return "";
    String clean = clean(cut(text, LONGEST_TEXT)).strip();
    return MARKUP.matcher(clean).find() ? withoutMarkup(clean) : clean;
  }

  private static String withoutMarkup(String html) {
    Document document = Jsoup.parse(html);
    document.select("script, style").remove();
    document.select("p, li, div, h1, h2, h3, h4, tr").forEach(block -> block.appendText("\n"));
    return document.body().wholeText().replaceAll("\\n[ \\t]*\\n\\s*", "\n\n").strip();
  }

  /** An address of the web, or null. */
  static @Nullable String web(@Nullable String address) {
    if (address == null) return null;
    String text = address.strip();
    boolean web = text.matches("(?is)https?://[^\\s\"'<>]{1,2000}");
    return web ? text : null;
  }

  private static String clean(String text) {
    return CONTROL
        .matcher(text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' '))
        .replaceAll("");
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) return text;
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
