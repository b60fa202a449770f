package afa.rehearsal.syndication;

import afa.rehearsal.Photo;
import afa.rehearsal.ScriptAuthor;
import java.time.Instant;
import java.util.List;

/**
 * An article of a blog.
 *
 * @param id the same in every format, never used again
 * @param path of its page below the server's address
 */
record BlogEntry(
    String id,
    String path,
    ScriptAuthor author,
    String title,
    List<String> paragraphs,
    List<Photo> photos,
    Instant published,
    Instant updated) {

  BlogEntry {
    paragraphs = List.copyOf(paragraphs);
    photos = List.copyOf(photos);
  }

  /** The same with another first paragraph. */
  BlogEntry edited(String text, Instant now) {
    List<String> others = paragraphs.subList(Math.min(1, paragraphs.size()), paragraphs.size());
    List<String> changed = new java.util.ArrayList<>(List.of(text));
    changed.addAll(others);
    return new BlogEntry(id, path, author, title, changed, photos, published, now);
  }
}
