package afa.archive;

import afa.feed.Coverage;
import afa.feed.LogEntry;
import afa.message.ArchivePage;
import afa.message.ReadArchive;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/**
 * What is kept of the logs for ever. A failed future means that the archive is away or that the
 * step did not happen; every step may be asked for again.
 */
public interface Archive {

  /** Makes the archive ready for use, bringing an older one up to date. */
  Future<Void> prepare();

  /**
   * Number of the newest entry of that life that was copied; 0 of a life not heard of before, which
   * is the event's newest from now on.
   */
  Future<Long> checkpoint(String event, String epoch);

  /** Gives an event a new archiver; its number is higher than that of every earlier one. */
  Future<Long> claim(String event);

  /**
   * Copies a batch, or does nothing when another archiver has copied something meanwhile. Fails with
   * {@link Superseded} when the event has a newer archiver than the one of the batch.
   */
  Future<Kept> keep(Batch batch);

  /** How many entries of the event's newest life there are, those held aside not counted. */
  Future<Long> count(String event);

  /** Entries of the event's newest life after {@code since}, oldest first, at most so many. */
  Future<List<LogEntry>> page(String event, long since, int limit);

  /**
   * The same for a log that must be written again: what was held aside is in its place, as numbers
   * must not have holes, and posts that are gone keep their identity.
   */
  Future<ArchivePage> again(ReadArchive request);

  /**
   * Keeps what the log has of its sources' time: it is right from where it begins, and what is kept
   * of the time before stays.
   *
   * @param fence of the archiver; refused as in {@link #keep}
   * @param told by source; sources that are not named stay as they are
   */
  Future<Void> keepCoverage(String event, long fence, Map<String, Coverage> told);

  /** All that is kept of that, by source. */
  Future<Map<String, Coverage>> coverage(String event);

  Future<Void> close();

  /**
   * A run of the log.
   *
   * @param fence number of the archiver
   * @param since the checkpoint that the entries follow
   * @param entries without holes, from {@code since + 1}
   */
  record Batch(String event, String epoch, long fence, long since, List<LogEntry> entries) {
    public Batch {
      entries = List.copyOf(entries);
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).n() != since + 1 + i) {
          throw new IllegalArgumentException(
              "the log has a hole: event=" + event + " epoch=" + epoch + " expected="
                  + (since + 1 + i) + " found=" + entries.get(i).n());
        }
      }
    }

    long last() {
      return since + entries.size();
    }

    /** The entries from index {@code from} to before index {@code to}. */
    Batch part(int from, int to) {
      return new Batch(event, epoch, fence, since + from, entries.subList(from, to));
    }
  }

  /** Whoever asked is not the archiver any more; asking again is of no use. */
  final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param newest number of the archiver who is */
    Superseded(String event, long fence, long newest) {
      super(
          "late write refused: event=" + event + " source=archive fence=" + fence + " newest="
              + newest,
          null,
          false,
          false);
    }
  }

  /**
   * What became of a batch; {@code kept + held} is its size, or 0 when another one was faster.
   *
   * @param checkpoint of the life thereafter
   * @param kept entries copied
   * @param held entries put aside as they are not updates
   */
  record Kept(long checkpoint, int kept, int held) {
    Kept and(Kept next) {
      return new Kept(next.checkpoint, kept + next.kept, held + next.held);
    }
  }
}
