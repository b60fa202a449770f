package afa.store;

import afa.feed.LogEntry;
import afa.message.Addresses;
import afa.message.LogGrew;
import io.vertx.core.Context;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.List;

/**
 * Rings the bell of an event: once for all appends that one answer of Redis confirmed, and more
 * often where the message would grow large. Belongs to one event loop.
 */
final class Bells {
  /** In UTF-16 units: what another node can take without a pause. */
  private static final int MOST_TOLD = 256 << 10;

  private final String event;
  private final EventBus bus;
  private final Context context;
  private final List<LogEntry> entries = new ArrayList<>();
  private String epoch = "";
  private int told;

  /** @param context of the verticle that rings */
  Bells(String event, EventBus bus, Context context) {
    this.event = event;
    this.bus = bus;
    this.context = context;
  }

  void ring(Log.Append append) {
    if (!append.answer().epoch().equals(epoch)) ringNow();
    epoch = append.answer().epoch();
    for (LogEntry entry : append.grown()) {
      if (entries.isEmpty()) context.runOnContext(turn -> ringNow());
      entries.add(entry);
      told += entry.json().length();
      if (told >= MOST_TOLD) ringNow();
    }
  }

  private void ringNow() {
    if (entries.isEmpty()) return;
    long head = entries.get(entries.size() - 1).n();
    Addresses.appended(event).publish(bus, new LogGrew(event, epoch, head, entries));
    entries.clear();
    told = 0;
  }
}
