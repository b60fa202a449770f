package afa.syndication;

import com.rometools.rome.feed.synd.SyndContent;
import java.util.regex.Pattern;

/** Texts of feeds as HTML, whatever they were. */
final class RichText {
  /** What is meant as HTML in a text of which nobody says whether it is HTML. */
  private static final Pattern NOT_A_TAG = Pattern.compile(
      "<(?!/?(a|abbr|b|blockquote|br|cite|code|dd|del|div|dl|dt|em|figure|figcaption|font|h[1-6]|hr"
          + "|i|iframe|img|ins|kbd|li|mark|ol|p|picture|pre|q|s|script|small|source|span|strike"
          + "|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|video|!--)\\b|!--)",
      Pattern.CASE_INSENSITIVE);

  private RichText() {}

  /** A title or body. Atom and JSON Feed say what it is; RSS does not. */
  static String html(SyndContent content) {
    if (content == null || content.getValue() == null) return "";
    String type = content.getType() == null ? "" : content.getType();
    return switch (type) {
      case "html", "xhtml" -> content.getValue();
      case "text", "text/plain" -> escaped(content.getValue());
      default -> fromRss(content.getValue());
    };
  }

  /** HTML in which only tags that exist are tags: "a &lt; b" and "&lt;moved&gt;" are words. */
  static String fromRss(String text) {
    return NOT_A_TAG.matcher(text).replaceAll("&lt;");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>");
  }
}
