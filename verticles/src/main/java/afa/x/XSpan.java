package afa.x;

import afa.feed.Link;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A part of an escaped text that is more than text.
 *
 * @param start code points from the begin of the escaped text
 * @param end the code point after the last; may lie behind the end of a text that X has cut
 * @param shown what stands there instead, empty to cut it out, null to leave what is there
 * @param url where it leads, null for nowhere
 */
record XSpan(int start, int end, String shown, String url, Link.Kind kind) {
  private static final int MOST_SHOWN = 200;

  /** Of several at the same place the first counts: n pictures have n times the same link. */
  static List<XSpan> of(JsonNode entities, Predicate<JsonNode> cutOut) {
    List<XSpan> spans = new ArrayList<>();
    for (JsonNode e : entities.path("urls")) link(e, cutOut.test(e)).ifPresent(spans::add);
    for (JsonNode e : entities.path("mentions")) {
      String user = XJson.text(e, "username");
      if (XAuthors.isHandle(user)) span(e, null, XAuthors.page(user), Link.Kind.MENTION, spans);
    }
    for (JsonNode e : entities.path("hashtags")) {
      tag(e, "https://x.com/hashtag/", "", spans);
    }
    for (JsonNode e : entities.path("cashtags")) {
      tag(e, "https://x.com/search?q=", "$", spans);
    }
    spans.sort(Comparator.comparingInt(XSpan::start));
    return spans;
  }

  /** Shown by its display form, leading through X's shortener, as X's display rules ask. */
  private static Optional<XSpan> link(JsonNode entity, boolean cutOut) {
    List<XSpan> span = new ArrayList<>(1);
    String shown = XText.label(XJson.text(entity, "display_url"), MOST_SHOWN);
    String url =
        XJson.url(entity, "url").or(() -> XJson.url(entity, "expanded_url")).orElse(null);
    if (cutOut) span(entity, "", null, Link.Kind.LINK, span);
    else span(entity, shown.isEmpty() ? null : shown, url, Link.Kind.LINK, span);
    return span.stream().findFirst();
  }

  private static void tag(JsonNode entity, String page, String prefix, List<XSpan> into) {
    String tag = XText.label(XJson.text(entity, "tag"), MOST_SHOWN);
    if (tag.isEmpty()) return;
    String url = page + URLEncoder.encode(prefix + tag, StandardCharsets.UTF_8);
    span(entity, null, url, Link.Kind.TAG, into);
  }

  private static void span(
      JsonNode entity, String shown, String url, Link.Kind kind, List<XSpan> into) {
    Optional<Integer> start = XJson.integer(entity, "start");
    Optional<Integer> end = XJson.integer(entity, "end");
    if (start.isEmpty() || end.isEmpty() || start.get() >= end.get()) return;
    into.add(new XSpan(start.get(), end.get(), shown, url, kind));
  }
}
