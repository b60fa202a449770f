package afa.store;

import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.LogEntry;
import afa.feed.Position;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.message.ArchivePage;
import afa.message.HeadAnnounced;
import afa.message.LogPage;
import afa.message.ReadLog;
import afa.message.SourceCursor;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/**
 * The logs of all events. Each method is one atomic step; a failed future means that the step may
 * or may not have happened and can be asked for again.
 */
public interface Log {

  /** Makes an event known. */
  Future<Void> register(EventInfo event);

  /**
   * From now on the log of the event must be in that life and at least so long, which grows by what
   * is heard here; else every step that depends on it changes nothing and fails with {@link Lost}.
   */
  void insist(String event, Position least);

  /** What there is of the log, whatever was insisted on; an empty epoch when it has none. */
  Future<Position> found(String event);

  /**
   * Puts entries back behind those that the log has, unless others did so already.
   *
   * @param life that they belong to; a log in another one is given up for it only if that is {@code
   *     instead}
   * @param since the number that they follow
   * @return the head thereafter; -1 when the log has begun another life
   */
  Future<Long> restore(
      String event, String life, String instead, long since, List<ArchivePage.Entry> entries);

  /**
   * Lets a log go on whose updates were put back, or that never had any.
   *
   * @param life that was put back; empty for a log that never was
   * @param head that it must have
   * @param keeps whether it stays in that life; else it begins a new one
   * @return false when something else has happened to it
   */
  Future<Boolean> begin(String event, String life, long head, boolean keeps);

  /** Name of the place where the logs are kept, the same for all who write there. */
  Future<String> identity();

  /** All events made known, oldest first. */
  Future<List<EventInfo>> events();

  /**
   * Takes what a source brings: new posts get numbers, in this order, newer versions replace what is
   * there, what is retracted leaves a tombstone; cursor and coverage move, unless they belong to
   * another life of the log. Fails with {@link Busy} when too much waits to be taken already, and
   * with {@link Superseded}, taking nothing, when the network has a newer owner than who asks.
   */
  Future<Append> append(AppendPosts request);

  /** Gives a network a new owner; its number is higher than that of every earlier one. */
  Future<Long> claim(String event, String network);

  /** The updates after {@code since}; an empty epoch when there is no such log. */
  Future<LogPage> read(ReadLog request);

  /** How far the log goes; an empty epoch when there is no such log. */
  Future<HeadAnnounced> head(String event);

  /** Where the source goes on, what is known of its time there, and in which life of the log. */
  Future<SourceCursor> cursor(String event, String source);

  /** What the log has of the time of each source that told of any. */
  Future<Map<String, Coverage>> coverage(String event);

  /**
   * What an append did.
   *
   * @param answer for the one who asked
   * @param grown the entries that are new, for those who follow the log; oldest first
   */
  record Append(Appended answer, List<LogEntry> grown) {}

  /** The log is not what it was, or not there: it must be mended before anything goes on. */
  final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1;

    Lost(String event) {
      super("the log of " + event + " is not what it was", null, false, false);
    }
  }

  /** Whoever asked is not the owner any more; asking again is of no use. */
  final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param newest number of the owner who is */
    public Superseded(AppendPosts late, long newest) {
      super(
          "late write refused: event=" + late.event() + " source=" + late.source() + " fence="
              + (late.fence() == null ? 0 : late.fence().number()) + " newest=" + newest,
          null,
          false,
          false);
    }
  }

  /** More is brought than can be stored; nothing is wrong, and asking again a little later helps. */
  final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    Busy() {
      super("too much waits to be stored", null, false, false);
    }
  }
}
