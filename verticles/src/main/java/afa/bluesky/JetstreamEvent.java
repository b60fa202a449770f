package afa.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a frame of Jetstream is, in either of its two formats. */
sealed interface JetstreamEvent {

  /** An event that stands at a place of the stream. */
  sealed interface Placed extends JetstreamEvent {
    /** Unix time in microseconds, by the clock of the instance: where a replay begins. */
    long timeUs();
  }

  /** What happened to a record. */
  enum Operation {
    CREATE,
    UPDATE,
    DELETE
  }

  /**
   * A post was written, changed or deleted.
   *
   * @param rev grows with each change of the author's repository; absent where it is unreadable
   * @param record missing for a deletion
   */
  record Commit(long timeUs, AtUri post, @Nullable String rev, Operation operation, JsonNode record)
      implements Placed {}

  /**
   * An account came or went.
   *
   * @param active whether what it published may be shown
   */
  record Account(long timeUs, String did, boolean active) implements Placed {}

  /** An account may have another name now. */
  record Identity(long timeUs, String did) implements Placed {}

  /** Nothing for us. */
  record Foreign(long timeUs) implements Placed {}

  /** A word about the stream itself, such as that the cursor was too old. */
  record Notice(String sentence) implements JetstreamEvent {}

  /** The network ends the connection and says why. */
  record End(String reason) implements JetstreamEvent {}

  /** Should have been an event and cannot be read. */
  record Malformed(String reason) implements JetstreamEvent {}
}
