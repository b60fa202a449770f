package afa.site.search;

import afa.library.Cursor;
import afa.library.SearchParser;
import afa.library.SearchQuery;
import afa.library.SearchQuery.Kind;
import afa.library.SearchQuery.Term;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an address of a search asks for.
 *
 * @param text what was typed
 * @param event which one is looked in; empty: all
 * @param after where its page begins; absent for the first
 */
record SearchRequest(String text, String event, @Nullable Cursor after) {
  private static final int LONGEST_EVENT = 100;

  static SearchRequest of(HttpServerRequest request) {
    String event = Optional.ofNullable(request.getParam("event")).orElse("").strip();
    return new SearchRequest(
        shortened(Optional.ofNullable(request.getParam("q")).orElse("").strip()),
        event.length() > LONGEST_EVENT ? "" : event,
        Optional.ofNullable(request.getParam("after")).flatMap(Cursor::parse).orElse(null));
  }

  /** One more than is read, so that whoever typed it is told. */
  private static String shortened(String text) {
    return text.substring(0, Math.min(SearchParser.LONGEST + 1, text.length()));
  }

  /** As the archive is asked. */
  SearchQuery query() {
    SearchQuery typed = SearchParser.parse(text);
    if (event.isEmpty() || typed.isEmpty()) return typed;
    List<Term> terms = new ArrayList<>(typed.terms());
    terms.add(new Term(Kind.EVENT, event, false));
    return new SearchQuery(terms, typed.from(), typed.until(), typed.notes());
  }

  /** The event whose days are meant, when it is one. */
  Optional<String> oneEvent() {
    List<String> asked = query().texts(Kind.EVENT, false);
    return asked.size() == 1 ? Optional.of(asked.get(0)) : Optional.empty();
  }

  /** With that word more, or without it when it is there. */
  SearchRequest toggled(String word) {
    List<String> words =
        Arrays.stream(text.split("\\s+")).filter(each -> !each.isEmpty()).toList();
    String toggled = has(word)
        ? words.stream().filter(each -> !each.equals(word)).collect(Collectors.joining(" "))
        : (text + " " + word).strip();
    return new SearchRequest(toggled, event, null);
  }

  boolean has(String word) {
    return Arrays.asList(text.split("\\s+")).contains(word);
  }

  SearchRequest from(@Nullable Cursor cursor) {
    return new SearchRequest(text, event, cursor);
  }

  /**
   * The address that asks for it.
   *
   * @param path such as {@code /search.atom}
   */
  String address(String path) {
    StringBuilder address = new StringBuilder(path).append("?q=").append(encoded(text));
    if (!event.isEmpty()) address.append("&event=").append(encoded(event));
    if (after != null) address.append("&after=").append(encoded(after.toString()));
    return address.toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
