package afa.syndication;

import afa.feed.Link;
import afa.source.HtmlText;
import afa.source.PlainText;
import java.util.List;

/** The beginning of a long text, which is all of it that a page of posts has room for. */
final class Excerpt {
  private static final int MOST = 400; // about what the longest posts of other networks have
  private static final int LONGEST_WORD = 40;
  private static final String GAP = "\n\n";

  private Excerpt() {}

  /** A title, an empty line and the beginning of a body, each where there is one. */
  static HtmlText of(String title, String html, String base) {
    HtmlText body = beginning(HtmlText.of(html, base));
    // Where posts have no titles, software puts the first words there.
    String words = title.replaceFirst("(…|\\.\\.\\.)$", "");
    if (title.isEmpty() || body.text().startsWith(words)) return body;
    if (body.text().isEmpty()) return new HtmlText(title, List.of());
    int offset = title.length() + GAP.length();
    List<Link> links = body.links().stream()
        .map(link -> new Link(link.start() + offset, link.end() + offset, link.url(), link.kind()))
        .toList();
    return new HtmlText(title + GAP + body.text(), links);
  }

  /** Cut between words where there are any, links whole or not at all. */
  private static HtmlText beginning(HtmlText whole) {
    String text = whole.text();
    if (text.length() <= MOST) return whole;
    String cut = PlainText.cut(text, MOST - 2);
    int space = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'));
    if (space > cut.length() - LONGEST_WORD) cut = cut.substring(0, space).stripTrailing();
    int end = cut.length();
    return new HtmlText(
        cut + " …", whole.links().stream().filter(link -> link.end() <= end).toList());
  }
}
