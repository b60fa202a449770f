package afa.source;

import java.util.Set;
import org.jsoup.nodes.Element;

/** What an element of HTML means for a plain text. */
final class HtmlTag {
  private static final Set<String> UNSEEN = Set.of(
      "script",
      "style",
      "template",
      "noscript",
      "iframe",
      "object",
      "embed",
      "svg",
      "audio",
      "video",
      "canvas",
      "title",
      "head",
      "select",
      "textarea",
      "button");
  private static final Set<String> PARAGRAPHS = Set.of(
      "p",
      "blockquote",
      "pre",
      "ul",
      "ol",
      "dl",
      "table",
      "h1",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "figure",
      "hr",
      "article",
      "section",
      "aside",
      "details");
  private static final Set<String> LINES = Set.of(
      "br",
      "div",
      "li",
      "dt",
      "dd",
      "tr",
      "header",
      "footer",
      "main",
      "nav",
      "address",
      "figcaption",
      "summary",
      "caption",
      "form");

  private HtmlTag() {}

  static boolean isUnseen(Element element) {
    return UNSEEN.contains(element.normalName())
        || element.hasClass("invisible")
        || element.hasAttr("hidden");
  }

  /** How many line feeds part it from what stands before and behind. */
  static int distance(Element element) {
    int distance = PARAGRAPHS.contains(element.normalName()) ? 2 : isLine(element) ? 1 : 0;
    return Math.min(distance, mostDistance(element));
  }

  private static boolean isLine(Element element) {
    return LINES.contains(element.normalName());
  }

  /** Within an entry of a list lines stand close, and the first one beside the bullet. */
  private static int mostDistance(Element element) {
    Element parent = element.parent();
    if (parent == null || !parent.nameIs("li") || element.nameIs("br")) return 2;
    return element.previousElementSibling() == null ? 0 : 1;
  }

  /** Pictures that blogs and some servers put in place of a character. */
  static boolean isEmoji(Element element) {
    return element.nameIs("img") && (element.hasClass("emoji") || element.hasClass("wp-smiley"));
  }
}
