package afa.source;

import afa.message.Appended;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What became of everything that a source received. At rest
 *
 * <pre>received = appended + revised + known + filtered + malformed</pre>
 *
 * and at any moment the posts that wait in the outbox ({@code afa.source.waiting}) are missing on
 * the right. Received is whatever is or should have been a post, as often as it came: a post that
 * comes by the stream and again by a search counts twice, as appended and as known. Retractions are
 * counted for themselves.
 */
public final class SourceCounters {
  private final Counter received;
  private final Counter appended;
  private final Counter revised;
  private final Counter retracted;
  private final Counter known;
  private final Counter filtered;
  private final Counter malformed;
  private final Counter connects;
  private final Counter gaps;
  private final Counter pauses;
  private final Counter found;
  private final AtomicLong waiting = new AtomicLong();
  private final MeterRegistry registry;
  private final Gauge gauge;

  /** Counts in the process's registry. */
  public SourceCounters(String event, String source) {
    this(event, source, Metrics.globalRegistry);
  }

  public SourceCounters(String event, String source, MeterRegistry registry) {
    String[] tags = {"event", event, "source", source};
    received = registry.counter("afa.source.received", tags);
    appended = registry.counter("afa.source.appended", tags);
    revised = registry.counter("afa.source.revised", tags);
    retracted = registry.counter("afa.source.retracted", tags);
    known = registry.counter("afa.source.known", tags);
    filtered = registry.counter("afa.source.filtered", tags);
    malformed = registry.counter("afa.source.malformed", tags);
    connects = registry.counter("afa.source.connects", tags);
    gaps = registry.counter("afa.source.gaps", tags);
    pauses = registry.counter("afa.source.pauses", tags);
    found = registry.counter("afa.source.found", tags);
    this.registry = registry;
    gauge =
        Gauge.builder("afa.source.waiting", waiting, AtomicLong::get).tags(tags).register(registry);
  }

  /** Something came that is or should have been a post. */
  public void received() {
    received.increment();
  }

  /** It must not be shown. */
  public void filtered() {
    filtered.increment();
  }

  /** It could not be read, or the store refuses it. */
  public void malformed() {
    malformed.increment();
  }

  /** The network was reached: a stream began, or a page came. */
  public void connected() {
    connects.increment();
  }

  /** Something could not be fetched and will not be. */
  public void gap() {
    gaps.increment();
  }

  /** A post that should have come by itself was found when looked for. */
  public void found() {
    found.increment();
  }

  /** Reading was stopped because the store did not take what was read. */
  public void paused() {
    pauses.increment();
  }

  void stored(int posts, Appended answer) {
    appended.increment(answer.added());
    revised.increment(answer.revised());
    retracted.increment(answer.retracted());
    known.increment((double) posts - answer.added() - answer.revised());
  }

  /** The next owner on this node counts what waits with it. */
  void close() {
    registry.remove(gauge);
  }

  void waiting(long posts) {
    waiting.set(posts);
  }
}
