package afa.message;

import org.jspecify.annotations.Nullable;

/**
 * Asks for posts with where they are and why, the newest first.
 *
 * @param talk only those in this talk, or in {@link #HALLWAY}; absent: all
 * @param before only those with smaller numbers; 0: from the newest on
 * @param limit most posts in the answer, 1 to {@link #MAX_LIMIT}
 */
public record ReadPosts(String event, @Nullable String talk, long before, int limit)
    implements BusMessage {
  public static final int MAX_LIMIT = 50;

  /** Where posts are that are about no talk. */
  public static final String HALLWAY = "hallway";
}
