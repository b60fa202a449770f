package afa.rehearsal.bluesky;

import afa.rehearsal.Draft;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/**
 * The rest of the network, which goes on whatever happens: posts about other things, likes, accounts
 * that come and go. In the real one there are fifty such events a second and more.
 */
final class Strangers {
  /** Kept for replays one in so many, or a day would fill the memory. */
  private static final int KEPT = 10;

  private static final List<String> TEXTS = List.of(
      "the cat has opinions about this chair",
      "today's bread came out of the oven singing",
      "いい天気ですね。散歩に行ってきます 🌤️",
      "Wer hat an der Uhr gedreht? #feierabend",
      "new cardigan, who dis 🧶 #knitting",
      "reading https://example.org/articles/on-rope-and-knots again",
      "good morning to everyone but the seagull",
      "¿Alguien más despierto a estas horas?",
      "the sky over the bay right now 🌅",
      "");

  private final Vertx vertx;
  private final Repositories repositories;
  private final InstantSource clock;
  private final Random random;
  private long timer = -1;
  private int told;

  Strangers(Vertx vertx, Repositories repositories, InstantSource clock, Random random) {
    this.vertx = vertx;
    this.repositories = repositories;
    this.clock = clock;
    this.random = random;
  }

  void start(Duration every) {
    stop();
    timer = vertx.setPeriodic(Math.max(1, every.toMillis()), tick -> happen());
  }

  void stop() {
    vertx.cancelTimer(timer);
  }

  private void happen() {
    String did = Names.did("passer-by " + random.nextInt(500));
    int what = random.nextInt(20);
    boolean kept = ++told % KEPT == 0;
    if (what < 15 || kept) repositories.foreign(did, "create", Records.POST, post(), kept);
    else if (what < 17) repositories.foreign(did, "create", Records.LIKE, like(), false);
    else repositories.foreign(did, "delete", Records.POST, null, false);
    if (told % 50 == 0) repositories.identity(did);
    if (told % 50 == 25) repositories.account(did, null);
  }

  private JsonObject post() {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    return Records.post(Draft.post("passer-by", text), null, clock.instant());
  }

  private JsonObject like() {
    String uri = "at://" + Names.did("somebody") + "/" + Records.POST + "/3mptbypfywk2v";
    JsonObject subject = new JsonObject().put("cid", Names.cid(uri)).put("uri", uri);
    return Records.reaction(Records.LIKE, subject, clock.instant());
  }
}
