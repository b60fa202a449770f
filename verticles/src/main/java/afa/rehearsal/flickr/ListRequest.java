package afa.rehearsal.flickr;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request for a list, as its arguments say it.
 *
 * @param arguments of the query
 */
record ListRequest(MultiMap arguments) {
  private static final int USUAL_PER_PAGE = 100;
  private static final int MOST_PER_PAGE = 500;

  String text(String name) {
    String value = arguments.get(name);
    return value == null ? "" : value.strip();
  }

  List<String> list(String name) {
    return Stream.of(text(name).split(","))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  Set<String> extras() {
    return Set.copyOf(list("extras"));
  }

  /** What cannot be read counts as not said, as at Flickr. */
  long number(String name, long otherwise) {
    String text = text(name);
    return text.matches("[0-9]{1,12}") ? Long.parseLong(text) : otherwise;
  }

  int perPage() {
    return (int) Math.max(1, Math.min(MOST_PER_PAGE, number("per_page", USUAL_PER_PAGE)));
  }

  int page() {
    return (int) Math.max(1, Math.min(1_000_000, number("page", 1)));
  }

  boolean isLimited() {
    return Stream.of("tags", "text", "user_id", "group_id", "min_upload_date")
        .anyMatch(name -> !text(name).isEmpty());
  }

  /** Whether a search finds a photo. */
  boolean finds(SimPhoto photo, Instant now) {
    long uploaded = photo.uploaded().getEpochSecond();
    return uploaded >= number("min_upload_date", 0)
        && uploaded <= number("max_upload_date", Long.MAX_VALUE)
        && (text("text").isEmpty() || photo.text().contains(text("text")))
        && hasTags(photo.tags(now), list("tags"), text("tag_mode").equals("all"));
  }

  /** Whether tags are as wanted; a leading {@code -} excludes. */
  static boolean hasTags(List<String> tags, List<String> wanted, boolean all) {
    boolean excluded = wanted.stream()
        .filter(tag -> tag.startsWith("-"))
        .anyMatch(tag -> tags.contains(SimText.normal(tag)));
    List<String> positive = wanted.stream().filter(tag -> !tag.startsWith("-")).toList();
    if (excluded || positive.isEmpty()) return !excluded;
    return all
        ? positive.stream().allMatch(tag -> tags.contains(SimText.normal(tag)))
        : positive.stream().anyMatch(tag -> tags.contains(SimText.normal(tag)));
  }
}
