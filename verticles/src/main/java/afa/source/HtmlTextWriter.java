package afa.source;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Writes the text of a tree of HTML while a traversal walks through it. Space is owed until
 * something visible follows, so no text begins or ends with any.
 */
final class HtmlTextWriter implements NodeFilter {
  private static final int MOST_EMPTY_LINES = 2;
  private static final int DEEPEST_QUOTE = 3;

  private final int most;
  private final StringBuilder out = new StringBuilder();
  private final HtmlLinks links = new HtmlLinks();
  private final HtmlLists lists = new HtmlLists();
  private int lineFeeds; // owed
  private boolean space; // owed
  private int quotes; // open blockquotes
  private int pres; // open elements that keep their spaces
  private boolean full;

  HtmlTextWriter(int most) {
    this.most = most;
  }

  HtmlText text() {
    links.close(out.length());
    String text = out.toString().stripTrailing();
    return new HtmlText(text, links.within(text.length()));
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (full) return FilterResult.STOP;
    if (node instanceof TextNode text) write(text.getWholeText());
    if (!(node instanceof Element element)) return FilterResult.CONTINUE;
    if (HtmlTag.isUnseen(element)) return FilterResult.SKIP_ENTIRELY;
    open(element);
    return FilterResult.CONTINUE;
  }

  private void open(Element element) {
    part(element);
    switch (element.normalName()) {
      case "blockquote" -> quotes++;
      case "pre" -> pres++;
      case "td", "th" -> space = true;
      case "li" -> bullet(lists.bullet(element));
      case "a" -> links.open(element);
      case "img" -> write(HtmlTag.isEmoji(element) ? element.attr("alt") : "");
      default -> {}
    }
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element)) return FilterResult.CONTINUE;
    if (element.hasClass("ellipsis")) visible('…');
    if (!element.nameIs("br")) part(element);
    switch (element.normalName()) {
      case "blockquote" -> quotes--;
      case "pre" -> pres--;
      case "a" -> links.close(out.length());
      default -> {}
    }
    return full ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  /** A line break adds to the distance, the ends of blocks do not: the largest counts. */
  private void part(Element element) {
    int distance = HtmlTag.distance(element);
    lineFeeds = element.nameIs("br") ? lineFeeds + distance : Math.max(lineFeeds, distance);
  }

  private void bullet(String bullet) {
    bullet.chars().forEach(this::visible);
  }

  private void write(String text) {
    PlainText.harmless(text).codePoints().forEach(pres > 0 ? this::kept : this::collapsed);
  }

  private void collapsed(int c) {
    if (Character.isWhitespace(c)) space = true;
    else visible(c);
  }

  private void kept(int c) {
    if (c == '\n') lineFeeds++;
    else if (out.length() > 0 || !Character.isWhitespace(c)) visible(c);
  }

  private void visible(int c) {
    if (full) return;
    settle();
    if (out.length() >= most - 2) {
      out.append('…');
      full = true;
      return;
    }
    links.written(out.length());
    out.appendCodePoint(c);
  }

  /** Writes the space that is owed. */
  private void settle() {
    if (out.length() == 0) quote();
    else if (lineFeeds > 0) {
      for (int i = Math.min(lineFeeds, MOST_EMPTY_LINES + 1); i > 0; i--) {
        out.append('\n');
        if (i == 1) quote();
      }
    } else if (space && out.charAt(out.length() - 1) > ' ') {
      out.append(' ');
    }
    lineFeeds = 0;
    space = false;
  }

  private void quote() {
    out.append("> ".repeat(Math.min(quotes, DEEPEST_QUOTE)));
  }
}
