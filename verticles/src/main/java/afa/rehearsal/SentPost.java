package afa.rehearsal;

import java.time.Instant;
import java.util.List;

/**
 * A post that exists on a rehearsed network.
 *
 * @param id grows with time
 * @param of the post that it answers, quotes or passes on; absent for {@link PostKind#POST}
 * @param history ids of its versions, oldest first, this one included
 */
public record SentPost(
    long id,
    ScriptAuthor author,
    String text,
    String lang,
    PostKind kind,
    SentPost of,
    List<Photo> photos,
    List<Long> history,
    Instant postedAt) {

  public SentPost {
    photos = List.copyOf(photos);
    history = List.copyOf(history);
  }

  /** The same with the ids of all its versions. */
  public SentPost withHistory(List<Long> all) {
    return new SentPost(id, author, text, lang, kind, of, photos, all, postedAt);
  }

  /** The id as networks write it. */
  public String key() {
    return Long.toString(id);
  }

  /** The post that readers see: for a repost the one passed on. */
  public SentPost shown() {
    return kind == PostKind.REPOST ? of : this;
  }
}
