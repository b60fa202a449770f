package afa.message;

import java.util.List;

/**
 * Answers {@link AppendPosts}: all of it is stored.
 *
 * @param epoch the life of the log that the numbers belong to
 * @param head number of the newest update
 * @param numbers one for each post asked for, in that order; a known post has its old number
 * @param added how many of them are new
 * @param revised how many replaced an older version
 * @param retracted how many were taken away
 * @param before the head before this; a post is new when its number is above it
 */
public record Appended(
    String epoch, long head, List<Long> numbers, int added, int revised, int retracted, long before)
    implements BusMessage {
  public Appended {
    numbers = numbers == null ? List.of() : List.copyOf(numbers);
  }
}
