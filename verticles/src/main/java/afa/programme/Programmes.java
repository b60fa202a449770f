package afa.programme;

import afa.message.Addresses;
import afa.message.ReadSchedule;
import afa.message.ScheduleChanged;
import afa.message.ScheduleRead;
import afa.schedule.Talk;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The talks of events as they were told last. While nobody keeps them, what was known stays. Used on
 * one event loop only.
 */
public final class Programmes {
  private static final Logger log = LoggerFactory.getLogger(Programmes.class);

  private record Version(long number, List<Talk> talks) {}

  private final EventBus bus;
  private final BiConsumer<String, List<Talk>> listener;
  private final Map<String, Version> known = new HashMap<>(); // by event

  /**
   * @param listener is given an event and its talks whenever they are not what they were
   */
  public Programmes(EventBus bus, BiConsumer<String, List<Talk>> listener) {
    this.bus = bus;
    this.listener = listener;
  }

  /** For whoever looks when it needs them. */
  public Programmes(EventBus bus) {
    this(bus, (event, talks) -> {});
  }

  /** Hears of changes from now on. */
  public Future<Void> listen() {
    return Addresses.SCHEDULES.subscribe(bus, this::changed).mapEmpty();
  }

  private void changed(ScheduleChanged told) {
    if (told.version() != version(told.event())) refresh(told.event());
  }

  /** The talks of an event, by start; none where nothing is known. */
  public List<Talk> of(String event) {
    Version version = known.get(event);
    return version == null ? List.of() : version.talks();
  }

  /** Asks for those of these events, as a word of a change may be lost; never fails. */
  public Future<Void> refresh(Collection<String> events) {
    return Future.join(events.stream().map(this::refresh).toList()).mapEmpty();
  }

  private Future<Void> refresh(String event) {
    return Addresses.schedule(event)
        .call(bus, new ReadSchedule(event, version(event)))
        .onSuccess(this::take)
        .onFailure(away -> log.debug("Nobody told the talks: event={}", event, away))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private long version(String event) {
    Version version = known.get(event);
    return version == null ? 0 : version.number();
  }

  private void take(ScheduleRead read) {
    if (read.version() == 0 || read.unchanged()) return;
    List<Talk> before = of(read.event());
    known.put(read.event(), new Version(read.version(), read.talks()));
    if (!before.equals(read.talks())) listener.accept(read.event(), read.talks());
  }
}
