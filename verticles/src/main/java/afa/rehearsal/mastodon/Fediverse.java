package afa.rehearsal.mastodon;

import afa.rehearsal.Draft;
import afa.rehearsal.Ledger;
import afa.rehearsal.PostKind;
import afa.rehearsal.RehearsedEvent;
import afa.rehearsal.Setting;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What people write, on its way to the servers: at home at once, elsewhere a little later. */
final class Fediverse {
  private static final double WARNED = 0.03;
  private static final double POLLED = 0.2; // of those that ask something
  private static final double INKED = 0.06;

  private final Setting setting;
  private final MastodonOptions options;
  private final Ledger ledger;
  private final List<RehearsedServer> servers;
  private final Map<String, Toot> toots = new LinkedHashMap<>(); // by uri
  private long lastNumber;

  Fediverse(
      Setting setting, MastodonOptions options, Ledger ledger, List<RehearsedServer> servers) {
    this.setting = setting;
    this.options = options;
    this.ledger = ledger;
    this.servers = servers;
  }

  /** Publishes; in the past nobody is told, and all servers have it already. */
  String post(Draft draft, Instant at, boolean past) {
    Toot toot = toot(draft, at);
    boolean found = toot.kind() != PostKind.REPOST && !Habits.isShy(draft.author());
    toots.put(toot.uri(), toot);
    if (toots.size() > Ledger.MOST_POSTS) toots.remove(toots.keySet().iterator().next());
    ledger.sent(toot.uri(), toot.uri(), at, found);
    // No hashtag timeline has boosts.
    if (toot.kind() != PostKind.REPOST) spread(toot, past, server -> server.take(toot, !past));
    return toot.uri();
  }

  String edit(String uri, String text) {
    Toot toot = existing(uri).edited(tagged(text), setting.clock().instant());
    toots.put(uri, toot);
    ledger.edited(uri);
    spread(toot, false, server -> server.edit(toot));
    return uri;
  }

  void delete(String uri) {
    Toot toot = existing(uri);
    toots.remove(uri);
    ledger.deleted(uri);
    spread(toot, false, server -> server.delete(uri));
  }

  Toot find(String uri) {
    return toots.get(uri);
  }

  private Toot existing(String uri) {
    Toot toot = toots.get(uri);
    if (toot == null) throw new IllegalArgumentException("there is no post " + uri);
    return toot;
  }

  private void spread(Toot toot, boolean atOnce, Consumer<RehearsedServer> step) {
    for (RehearsedServer server : servers) {
      boolean isHome = server.name().equals(toot.home());
      boolean isFollowed = Habits.isFollowed(toot.author().handle());
      if (isHome || (atOnce && isFollowed)) step.accept(server);
      else if (isFollowed) later(() -> step.accept(server));
    }
  }

  /** All that an author does takes the same time, so that nothing overtakes what it is about. */
  private void later(Runnable step) {
    setting.vertx().setTimer(Math.max(1, options.federation().toMillis()), due -> step.run());
  }

  private Toot toot(Draft draft, Instant at) {
    String home = Habits.home(draft.author());
    long number = number(at);
    String uri = setting.url().get() + MastodonOptions.prefix(home) + "/users/" + draft.author()
        + "/statuses/" + number;
    boolean own = draft.kind() == PostKind.POST;
    boolean asks = own && draft.photos().isEmpty() && draft.text().contains("?");
    return new Toot(
        uri,
        home,
        number,
        setting.conference().author(draft.author()),
        tagged(draft.text()) + (chance(INKED) ? " :inkblot:" : ""),
        draft.lang(),
        draft.kind(),
        draft.of() == null ? null : existing(draft.of()),
        draft.photos(),
        own && chance(WARNED) ? any(Habits.WARNINGS) : "",
        asks && chance(POLLED) ? List.of("Yes", "No", "Ask me after the coffee") : List.of(),
        at,
        null);
  }

  /** As Mastodon makes them: milliseconds, then a number that only distinguishes. */
  private long number(Instant at) {
    long least = at.toEpochMilli() << 16 | setting.random().nextInt(0x4000);
    lastNumber = Math.max(least, lastNumber + 1);
    return lastNumber;
  }

  private static String tagged(String text) {
    String tag = RehearsedEvent.RULE;
    return TootJson.tagsOf(text).contains(RehearsedEvent.HASHTAG.toLowerCase(Locale.ROOT))
        ? text
        : (text + " " + tag).strip();
  }

  private boolean chance(double probability) {
    return setting.random().nextDouble() < probability;
  }

  private <T> T any(List<T> things) {
    return things.get(setting.random().nextInt(things.size()));
  }
}
