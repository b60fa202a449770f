package afa.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The record of the posts of a rehearsed network: what a log is compared with. Facts
 * are only added: a post was sent, went over the stream, was deleted. Safe for several threads.
 */
public final class Ledger {
  /** How many posts are remembered, the oldest forgotten first: a day and more at one a second. */
  public static final int MOST_POSTS = 120_000;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private Writer file; // null when there is none
  private final List<Outage> outages = new ArrayList<>();
  private long sent;
  private boolean closed;

  /** A ledger in memory. */
  public Ledger() {
    this(null);
  }

  /**
   * A ledger that also appends each fact as a line of JSON to a file.
   *
   * @param file created when it is not there; null for none
   */
  public Ledger(Path file) {
    if (file != null) writeTo(file);
  }

  /** From now on appends each fact as a line of JSON to a file, which is created if need be. */
  public synchronized void writeTo(Path path) {
    try {
      file = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("the ledger cannot be written: " + path, unwritable);
    }
  }

  /**
   * What is known of a post.
   *
   * @param firstId id of its first version; its own unless it is an edit
   * @param searchable whether it can be found after the fact, by search; others reach only those
   *     who were connected
   * @param streamed how often it was written to an open stream, completely
   * @param edited whether there is a newer version of it
   */
  public record Entry(
      String id,
      String firstId,
      Instant postedAt,
      boolean searchable,
      int streamed,
      boolean deleted,
      boolean edited) {

    private Entry streamedAgain() {
      return new Entry(id, firstId, postedAt, searchable, streamed + 1, deleted, edited);
    }

    private Entry gone() {
      return new Entry(id, firstId, postedAt, searchable, streamed, true, edited);
    }

    private Entry changed() {
      return new Entry(id, firstId, postedAt, searchable, streamed, deleted, true);
    }

    /** Whether a reader who did everything right has it. */
    public boolean reachable() {
      return !deleted && (searchable || streamed > 0);
    }
  }

  /**
   * A time in which a reader could not have followed, whoever's fault it was.
   *
   * @param reason a fault's id, or what else happened
   */
  public record Outage(Instant from, Instant to, String reason) {}

  /** The network was out of reach for that long, as far as it can tell. */
  public synchronized void outage(Instant from, Instant to, String reason) {
    outages.add(new Outage(from, to, reason));
  }

  /** All outages in the order of their ends. */
  public synchronized List<Outage> outages() {
    return new ArrayList<>(outages);
  }

  /** A post, or a new version of one, came into being. */
  public synchronized void sent(String id, String firstId, Instant postedAt, boolean searchable) {
    entries.put(id, new Entry(id, firstId, postedAt, searchable, 0, false, false));
    if (!id.equals(firstId)) entries.computeIfPresent(firstId, (key, was) -> was.changed());
    if (entries.size() > MOST_POSTS) entries.remove(entries.keySet().iterator().next());
    sent++;
    write("sent", id);
  }

  /** A post got a new text and kept its id. */
  public synchronized void edited(String id) {
    entries.computeIfPresent(id, (key, was) -> was.changed());
    write("edited", id);
  }

  /** A post was written to an open stream, completely. */
  public synchronized void streamed(String id) {
    entries.computeIfPresent(id, (key, was) -> was.streamedAgain());
    write("streamed", id);
  }

  /** A post was deleted by its author. */
  public synchronized void deleted(String id) {
    entries.computeIfPresent(id, (key, was) -> was.gone());
    write("deleted", id);
  }

  /** All entries in the order of sending. */
  public synchronized List<Entry> entries() {
    return new ArrayList<>(entries.values());
  }

  /** What is known of a post; null when it never was. */
  public synchronized Entry entry(String id) {
    return entries.get(id);
  }

  /** How many posts were sent so far, the forgotten ones too. */
  public synchronized long size() {
    return sent;
  }

  /** Closes the file; facts after that are only kept in memory. */
  public synchronized void close() {
    closed = true;
    try {
      if (file != null) file.close();
    } catch (IOException full) {
      throw new UncheckedIOException("the ledger is not complete", full);
    }
  }

  private void write(String fact, String id) {
    if (file == null || closed) return;
    try {
      file.write(
          "{\"fact\":\"" + fact + "\",\"id\":\"" + id + "\",\"at\":\"" + Instant.now() + "\"}\n");
      file.flush();
    } catch (IOException full) {
      throw new UncheckedIOException("the ledger cannot be written", full);
    }
  }
}
