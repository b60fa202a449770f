package afa.rehearsal.mastodon;

import afa.rehearsal.Ledger;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A rehearsed server: the statuses that it has, by the ids that they have there. */
final class RehearsedServer {
  private final String name;
  private final HashtagStreams streams;
  private final Refusals refusals;
  private final Ledger ledger;
  private final TreeMap<Long, Toot> statuses = new TreeMap<>();
  private final Map<String, Long> numbers = new HashMap<>(); // by uri
  private TootJson json; // null until the address is known

  RehearsedServer(String name, HashtagStreams streams, Refusals refusals, Ledger ledger) {
    this.name = name;
    this.streams = streams;
    this.refusals = refusals;
    this.ledger = ledger;
  }

  /**
   * @param url address of the rehearsal
   */
  void at(Supplier<String> url) {
    json = new TootJson(url, name, numbers::get);
  }

  String name() {
    return name;
  }

  HashtagStreams streams() {
    return streams;
  }

  Refusals refusals() {
    return refusals;
  }

  /** Has a status from now on, behind the newer ones if it comes late; tells who is connected. */
  void take(Toot toot, boolean tell) {
    // Made of the time of writing, as at the real ones, with some room for those of one
    // millisecond.
    long number = toot.home().equals(name) ? toot.number() : toot.number() ^ 0x8000;
    while (statuses.containsKey(number)) number++;
    statuses.put(number, toot);
    numbers.put(toot.uri(), number);
    if (statuses.size() > Ledger.MOST_POSTS)
      numbers.remove(statuses.pollFirstEntry().getValue().uri());
    if (tell) tell("update", toot);
  }

  void edit(Toot toot) {
    Long number = numbers.get(toot.uri());
    if (number == null) return;
    Toot before = statuses.put(number, toot);
    List<String> tags = new ArrayList<>(TootJson.tagsOf(toot.text()));
    if (before != null) tags.addAll(TootJson.tagsOf(before.text()));
    streams.deliver(tags, "status.update", json.of(toot).encode(), () -> {});
  }

  void delete(String uri) {
    Long number = numbers.remove(uri);
    if (number == null) return;
    Toot gone = statuses.remove(number);
    streams.deliver(TootJson.tagsOf(gone.text()), "delete", number.toString(), () -> {});
  }

  private void tell(String event, Toot toot) {
    boolean isWanted = !Habits.isShy(toot.author().handle());
    Runnable sent = () -> {
      if (isWanted) ledger.streamed(toot.uri());
    };
    streams.deliver(TootJson.tagsOf(toot.text()), event, json.of(toot).encode(), sent);
  }

  NavigableMap<Long, Toot> statuses() {
    return statuses;
  }

  JsonObject json(Toot toot) {
    return json.of(toot);
  }
}
