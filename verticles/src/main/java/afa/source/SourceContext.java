package afa.source;

import afa.feed.Coverage;
import afa.feed.Post;
import afa.message.Addresses;
import afa.message.ReadCursor;
import afa.message.SourceCursor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has from the house while its node is the owner: the way to the store, counters,
 * state, coverage. One for each part of a network that has a cursor of its own; on one event loop.
 */
public final class SourceContext {
  private static final long SAVE_EVERY_MS = 5_000;

  private final Vertx vertx;
  private final Tenure tenure;
  private final String event;
  private final String source;
  private final SourceCounters counters;
  private final SourceStatus status;
  private final CoverageKeeper coverage = new CoverageKeeper();
  private final Appender appender;
  private final Backoff backoff = new Backoff(BackoffRules.HOUSE);
  private final long timer;
  private Appender.@Nullable Brake brake; // of the reader, once it has one
  private Coverage saved = Coverage.NONE;
  private boolean closed;

  public SourceContext(Tenure tenure, String source) {
    this(tenure, source, Appender.Config.DEFAULT);
  }

  /**
   * @param source the network's name, or {@code network:part}; names cursor, coverage and state
   */
  public SourceContext(Tenure tenure, String source, Appender.Config config) {
    this.tenure = tenure;
    vertx = tenure.vertx();
    event = tenure.event();
    this.source = source;
    counters = new SourceCounters(event, source);
    status = new SourceStatus(vertx, event, source);
    appender = new Appender(tenure, source, config, counters, new Appender.Brake() {
      @Override
      public void stopReading() {
        if (brake != null) brake.stopReading();
      }

      @Override
      public void goOn() {
        if (brake != null) brake.goOn();
      }
    });
    timer = vertx.setPeriodic(SAVE_EVERY_MS, tick -> save());
  }

  /** Says who reads no more when too much waits for the store. */
  public void brake(Appender.Brake reader) {
    brake = reader;
  }

  /** Whether too much waits for the store to read on. */
  public boolean isFull() {
    return appender.isFull();
  }

  /**
   * Where an earlier run ended; its coverage goes on here. What is brought from now on vouches for
   * this life of the log only. Waits for the store as long as that
   * takes.
   */
  public Future<SourceCursor> resume() {
    return Addresses.READ_CURSOR
        .call(vertx.eventBus(), new ReadCursor(event, source))
        .onSuccess(stored -> {
          backoff.succeeded();
          appender.belongsTo(stored.epoch());
          coverage.resume(stored.coverage());
          saved = coverage.coverage();
        })
        .recover(away -> closed ? Future.failedFuture(away) : later().compose(due -> resume()));
  }

  private Future<Void> later() {
    return vertx.timer(Math.max(1, backoff.afterOurs().toMillis())).mapEmpty();
  }

  /**
   * Hands on what was read, in order, with what is claimed at this moment.
   *
   * @param posts each counted as received
   * @param retracted identities of posts that are gone
   * @param cursor where asking goes on once all this is stored; null leaves it
   * @return completes when it is stored, however long that takes
   */
  public Future<Stored> bring(List<Post> posts, List<String> retracted, @Nullable String cursor) {
    return appender.add(posts, retracted, cursor, changedCoverage());
  }

  private @Nullable Coverage changedCoverage() {
    if (coverage.coverage().equals(saved)) return null;
    saved = coverage.coverage();
    return saved;
  }

  /** Lets the store know what is claimed now, behind the posts that the claim rests on. */
  public void save() {
    Coverage changed = changedCoverage();
    if (changed != null) appender.add(List.of(), List.of(), null, changed);
  }

  /** In which this reader runs, for what it writes by itself. */
  public Tenure tenure() {
    return tenure;
  }

  public Vertx vertx() {
    return vertx;
  }

  public String event() {
    return event;
  }

  /** The network's name, or {@code network:part}. */
  public String source() {
    return source;
  }

  public SourceCounters counters() {
    return counters;
  }

  public SourceStatus status() {
    return status;
  }

  public CoverageKeeper coverage() {
    return coverage;
  }

  /** Completes when the store has all, or two seconds have passed. */
  public Future<Void> close() {
    closed = true;
    vertx.cancelTimer(timer);
    save();
    if (tenure.isOver()) status.hush();
    else status.end();
    return appender.close().onComplete(done -> counters.close());
  }
}
