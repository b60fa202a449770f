package afa.source;

import afa.feed.Link;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Collects the links of a text while it is written. */
final class HtmlLinks {
  private static final int MOST_LINKS = 500;
  private static final int MOST_URL = 2_048;

  private final List<Link> links = new ArrayList<>();
  private int opened;
  private @Nullable Element anchor; // open, leads somewhere
  private int start; // of the open link, -1 while nothing of it is written

  void open(Element element) {
    anchor = opened++ < MOST_LINKS && leads(element) ? element : null;
    start = -1;
  }

  /** Something visible is about to be written there. */
  void written(int at) {
    if (start < 0) start = at;
  }

  void close(int end) {
    if (anchor != null && start >= 0 && start < end) {
      links.add(new Link(start, end, anchor.absUrl("href"), kind(anchor)));
    }
    anchor = null;
  }

  /** The links as far as they lie in a text of that length. */
  List<Link> within(int length) {
    return links.stream()
        .filter(link -> link.start() < length)
        .map(l -> new Link(l.start(), Math.min(l.end(), length), l.url(), l.kind()))
        .toList();
  }

  private static boolean leads(Element element) {
    String url = element.absUrl("href");
    return (url.startsWith("http://") || url.startsWith("https://")) && url.length() <= MOST_URL;
  }

  private static Link.Kind kind(Element anchor) {
    if (anchor.hasClass("hashtag") || hasRel(anchor, "tag")) return Link.Kind.TAG;
    return anchor.hasClass("mention") ? Link.Kind.MENTION : Link.Kind.LINK;
  }

  private static boolean hasRel(Element anchor, String relation) {
    return List.of(anchor.attr("rel").split(" ", 20)).contains(relation);
  }
}
