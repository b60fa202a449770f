package afa.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The record of every post that a rehearsed network ever had: what a log is compared with. Facts
 * are only added: a post was sent, went over the stream, was deleted. Safe for several threads.
 */
public final class Ledger {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Long, Entry> entries = new LinkedHashMap<>();
  private final Path file;

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
    this.file = file;
  }

  /**
   * What is known of a post.
   *
   * @param searchable whether it can be found after the fact, by search; others reach only those
   *     who were connected
   * @param streamed how often it was written to an open stream, completely
   */
  public record Entry(
      long id, Instant postedAt, boolean searchable, int streamed, boolean deleted) {

    /** Whether a reader who did everything right has it. */
    public boolean reachable() {
      return !deleted && (searchable || streamed > 0);
    }
  }

  /** A post came into being. */
  public synchronized void sent(long id, Instant postedAt, boolean searchable) {
    entries.put(id, new Entry(id, postedAt, searchable, 0, false));
    write("sent", id);
  }

  /** A post was written to an open stream, completely. */
  public synchronized void streamed(long id) {
    entries.computeIfPresent(
        id,
        (key, was) -> new Entry(id, was.postedAt, was.searchable, was.streamed + 1, was.deleted));
    write("streamed", id);
  }

  /** A post was deleted by its author. */
  public synchronized void deleted(long id) {
    entries.computeIfPresent(
        id, (key, was) -> new Entry(id, was.postedAt, was.searchable, was.streamed, true));
    write("deleted", id);
  }

  /** All entries in the order of sending. */
  public synchronized List<Entry> entries() {
    return new ArrayList<>(entries.values());
  }

  /** What is known of a post; null when it never was. */
  public synchronized Entry entry(long id) {
    return entries.get(id);
  }

  private void write(String fact, long id) {
    if (file == null) return;
    ObjectNode line = JSON.createObjectNode();
    line.put("fact", fact).put("id", Long.toString(id)).put("at", Instant.now().toString());
    try {
      Files.writeString(
          file,
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException full) {
      throw new UncheckedIOException("the ledger cannot be written: " + file, full);
    }
  }
}
