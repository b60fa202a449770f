package afa.rehearsal.syndication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A blog: all its articles, of which feeds show the newest. */
final class Blog {
  /** Articles in a feed. */
  static final int SHOWN = 20;

  private static final int KEPT = 200;

  private final String slug;
  private final String title;
  private final List<BlogEntry> entries = new ArrayList<>(); // newest first
  private Instant changed;
  private int version;

  Blog(String slug, String title, Instant begun) {
    this.slug = slug;
    this.title = title;
    this.changed = begun;
  }

  String slug() {
    return slug;
  }

  String title() {
    return title;
  }

  /** When an article was last published, edited or taken away. */
  Instant changed() {
    return changed;
  }

  /** Different after each change and for each format. */
  String tag(FeedFormat format) {
    return "W/\"" + slug + "/" + format.file() + ";" + changed.toEpochMilli() + "," + version
        + "\"";
  }

  void add(BlogEntry entry, Instant now) {
    entries.add(0, entry);
    entries.sort(Comparator.comparing(BlogEntry::published).reversed());
    if (entries.size() > KEPT) entries.remove(KEPT);
    touch(now);
  }

  /** The article of that id, null where there is none. */
  BlogEntry find(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst().orElse(null);
  }

  /** The article whose page is at that path, null where there is none. */
  BlogEntry at(String path) {
    return entries.stream()
        .filter(entry -> entry.path().equals(path))
        .findFirst()
        .orElse(null);
  }

  void replace(BlogEntry entry, Instant now) {
    entries.replaceAll(other -> other.id().equals(entry.id()) ? entry : other);
    touch(now);
  }

  void remove(BlogEntry entry, Instant now) {
    entries.remove(entry);
    touch(now);
  }

  private void touch(Instant now) {
    changed = now;
    version++;
  }

  /** What a feed shows, newest first. */
  List<BlogEntry> newest() {
    return List.copyOf(entries.subList(0, Math.min(SHOWN, entries.size())));
  }
}
