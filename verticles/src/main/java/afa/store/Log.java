package afa.store;

import afa.feed.EventInfo;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.message.HeadAnnounced;
import afa.message.LogPage;
import afa.message.ReadLog;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * The logs of all events. Each method is one atomic step; a failed future means that the step may
 * or may not have happened and can be asked for again.
 */
public interface Log {

  /** Makes an event known and gives its log an epoch if it has none. */
  Future<Void> register(EventInfo event);

  /** Name of the place where the logs are kept, the same for all who write there. */
  Future<String> identity();

  /** All events made known, oldest first. */
  Future<List<EventInfo>> events();

  /** Gives numbers to the posts that are not known yet, in this order, and moves the cursor. */
  Future<Append> append(AppendPosts request);

  /** The updates after {@code since}; an empty epoch when there is no such log. */
  Future<LogPage> read(ReadLog request);

  /** How far the log goes; an empty epoch when there is no such log. */
  Future<HeadAnnounced> head(String event);

  /** Where the source goes on. */
  Future<Optional<String>> cursor(String event, String source);

  /**
   * What an append did.
   *
   * @param answer for the one who asked
   * @param grown the updates that are new, for those who follow the log; oldest first
   */
  record Append(Appended answer, List<afa.feed.LogEntry> grown) {}
}
