package afa.mastodon;

import afa.feed.Emoji;
import afa.feed.Link;
import afa.source.HtmlText;
import afa.source.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a status says: its HTML as text, the choices of its poll, the page it points to. */
record StatusText(String text, List<Link> links, List<Emoji> emoji) {
  private static final int MOST_LINE = 200;
  private static final int MOST_OPTIONS = 20;

  StatusText {
    links = List.copyOf(links);
    emoji = List.copyOf(emoji);
  }

  /**
   * @param base address of the server, for links without one
   * @param showsQuote whether the quoted post is shown beside it, so that its link is not needed
   */
  static StatusText of(JsonNode status, String base, boolean showsQuote) {
    String html = MastodonJson.text(status, "content");
    HtmlText said =
        showsQuote ? HtmlText.withoutQuoteFallback(html, base) : HtmlText.of(html, base);
    StringBuilder text = new StringBuilder(said.text());
    List<Link> links = new ArrayList<>(said.links());
    poll(status.path("poll").path("options"), text);
    card(status.path("card"), text, links);
    Shortcodes codes = new Shortcodes(status.path("emojis"));
    String whole = text.toString();
    return new StatusText(whole, links, codes.in(whole, links));
  }

  private static void poll(JsonNode options, StringBuilder text) {
    int count = 0;
    for (JsonNode option : options) {
      String title = PlainText.label(MastodonJson.text(option, "title"), MOST_LINE);
      if (title.isEmpty() || count == MOST_OPTIONS) continue;
      apart(text, count++ == 0 ? "\n\n" : "\n").append("○ ").append(title);
    }
  }

  /** The page's own title leads there; most servers make cards of links that the text has. */
  private static void card(JsonNode card, StringBuilder text, List<Link> links) {
    String url = MastodonJson.url(card, "url");
    if (url == null || links.stream().anyMatch(link -> isSame(link.url(), url))) return;
    String title = PlainText.label(MastodonJson.text(card, "title"), MOST_LINE);
    int start = apart(text, "\n\n").length();
    text.append(title.isEmpty() ? PlainText.label(url, MOST_LINE) : title);
    links.add(new Link(start, text.length(), url, Link.Kind.LINK));
  }

  private static StringBuilder apart(StringBuilder text, String distance) {
    return text.length() == 0 ? text : text.append(distance);
  }

  private static boolean isSame(String one, String other) {
    return bare(one).equalsIgnoreCase(bare(other));
  }

  private static String bare(String url) {
    String end = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    return end.substring(end.indexOf("://") + 3);
  }
}
