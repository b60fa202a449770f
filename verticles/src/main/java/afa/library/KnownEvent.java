package afa.library;

import afa.feed.EventInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of the archive.
 *
 * @param info as its file describes it, else what can be told from its posts
 * @param firstAt when its first post was posted; absent while there is none
 * @param lastAt when the last one was
 * @param archivedAt when all of it was in the archive and nobody followed it any more; absent before
 */
public record KnownEvent(
    EventInfo info,
    @Nullable Instant firstAt,
    @Nullable Instant lastAt,
    @Nullable Instant archivedAt) {

  public boolean isArchived() {
    return archivedAt != null;
  }
}
