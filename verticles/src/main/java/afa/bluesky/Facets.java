package afa.bluesky;

import afa.feed.Link;
import afa.source.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The parts of a post's text that are more than text. Their offsets count bytes of the UTF-8 text;
 * those of a {@link Link} count UTF-16 units of the text as it is shown, so the bytes are cut first
 * and each piece decoded as it is laid behind the last.
 */
final class Facets {
  private static final String KIND = "app.bsky.richtext.facet#";
  private static final int MOST = 300;
  private static final int MOST_TAG = 640;

  private Facets() {}

  /**
   * A text with its links.
   *
   * @param text as it is shown, stripped at its end
   * @param links ascending, not overlapping
   */
  record Linked(String text, List<Link> links) {}

  private record Span(int start, int end, String url, Link.Kind kind) {
    boolean overlaps(Span other) {
      return start < other.end && other.start < end;
    }
  }

  /** All hashtags, also those whose place in the text is impossible. */
  static List<String> tags(JsonNode facets) {
    List<String> tags = new ArrayList<>();
    for (JsonNode facet : facets) {
      for (JsonNode feature : facet.path("features")) {
        String tag = BlueskyJson.text(feature, "tag");
        boolean isTag = BlueskyJson.type(feature).equals(KIND + "tag");
        if (isTag && !tag.isEmpty() && tags.size() < MOST) tags.add(tag);
      }
    }
    return tags;
  }

  static Linked linked(String text, JsonNode facets) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<Span> spans = spans(bytes, facets);
    StringBuilder out = new StringBuilder(text.length());
    List<Link> links = new ArrayList<>();
    int done = 0;
    for (Span span : spans) {
      out.append(piece(bytes, done, span.start()));
      int start = out.length();
      out.append(piece(bytes, span.start(), span.end()));
      if (out.length() > start) links.add(new Link(start, out.length(), span.url(), span.kind()));
      done = span.end();
    }
    out.append(piece(bytes, done, bytes.length));
    return stripped(out.toString(), links);
  }

  private static String piece(byte[] bytes, int start, int end) {
    return PlainText.harmless(new String(bytes, start, end - start, StandardCharsets.UTF_8));
  }

  private static Linked stripped(String text, List<Link> links) {
    String kept = text.stripTrailing();
    List<Link> fitting = new ArrayList<>();
    for (Link link : links) {
      int end = Math.min(link.end(), kept.length());
      if (link.start() < end) fitting.add(new Link(link.start(), end, link.url(), link.kind()));
    }
    return new Linked(kept, List.copyOf(fitting));
  }

  /** Of those that overlap the one counts that its author named first. */
  private static List<Span> spans(byte[] bytes, JsonNode facets) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode facet : facets) {
      Span span = span(bytes, facet);
      if (span == null || spans.size() == MOST) continue;
      if (spans.stream().noneMatch(span::overlaps)) spans.add(span);
    }
    spans.sort(Comparator.comparingInt(Span::start));
    return spans;
  }

  private static Span span(byte[] bytes, JsonNode facet) {
    int start = BlueskyJson.small(facet.path("index"), "byteStart");
    int end = BlueskyJson.small(facet.path("index"), "byteEnd");
    boolean possible = start >= 0 && start < end && end <= bytes.length;
    if (!possible || isInside(bytes, start) || isInside(bytes, end)) return null;
    for (JsonNode feature : facet.path("features")) {
      Span span = span(start, end, feature);
      if (span != null) return span;
    }
    return null;
  }

  /** Whether a cut there would go through a character. */
  private static boolean isInside(byte[] bytes, int at) {
    return at < bytes.length && (bytes[at] & 0xC0) == 0x80;
  }

  private static Span span(int start, int end, JsonNode feature) {
    String type = BlueskyJson.type(feature);
    if (type.equals(KIND + "link")) {
      return BlueskyJson.url(feature, "uri")
          .map(url -> new Span(start, end, url, Link.Kind.LINK))
          .orElse(null);
    }
    String tag = PlainText.label(BlueskyJson.text(feature, "tag"), MOST_TAG);
    if (type.equals(KIND + "tag") && !tag.isEmpty()) {
      return new Span(start, end, Pages.hashtag(tag), Link.Kind.TAG);
    }
    String did = BlueskyJson.text(feature, "did");
    if (type.equals(KIND + "mention") && AtUri.isDid(did)) {
      return new Span(start, end, Pages.profile(did), Link.Kind.MENTION);
    }
    return null;
  }
}
