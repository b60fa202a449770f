package afa.source;

import afa.feed.Link;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What a page of strangers' HTML says: plain text and the links in it. Nothing of the markup is
 * left, so nothing of it can do harm.
 *
 * @param text paragraphs apart by an empty line, list entries with a bullet or number, quoted lines
 *     behind {@code >}; no control characters; at most {@link #MOST_TEXT} UTF-16 units
 * @param links http and https only; offsets into {@code text} in UTF-16 units, ascending, not
 *     overlapping
 */
public record HtmlText(String text, List<Link> links) {
  /** UTF-16 units of a text; what is longer ends with an ellipsis. */
  public static final int MOST_TEXT = 20_000;

  /** UTF-16 units of HTML that are looked at: parsing time grows with the square of nonsense. */
  private static final int MOST_HTML = 100_000;

  /** Stands in for a quote where software does not know quotes. */
  private static final String QUOTE_FALLBACK = "quote-inline";

  public HtmlText {
    links = List.copyOf(links);
  }

  /**
   * The text of a piece of HTML, broken or hostile as it may be.
   *
   * @param baseUrl what relative links are relative to; "" where there is no such thing
   */
  public static HtmlText of(String html, String baseUrl) {
    return read(parse(html, baseUrl));
  }

  /** The same without the line that Mastodon adds where a quote is shown beside the text. */
  public static HtmlText withoutQuoteFallback(String html, String baseUrl) {
    Element body = parse(html, baseUrl);
    body.getElementsByClass(QUOTE_FALLBACK).forEach(Element::remove);
    return read(body);
  }

  private static Element parse(String html, String baseUrl) {
    return Jsoup.parseBodyFragment(PlainText.cut(html, MOST_HTML), baseUrl).body();
  }

  private static HtmlText read(Element body) {
    HtmlTextWriter writer = new HtmlTextWriter(MOST_TEXT);
    body.filter(writer);
    return writer.text();
  }
}
