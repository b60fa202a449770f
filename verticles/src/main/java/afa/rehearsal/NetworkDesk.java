package afa.rehearsal;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What can be ordered of one network: posts, pace, faults. */
final class NetworkDesk {
  private static final int MOST_POSTS = 1_000_000;
  private static final int USUAL_OUTAGE = 30; // seconds

  private final Network network;
  private final Function<Draft, String> sender;
  private final Faults faults;
  private final Play play;

  /**
   * @param sender posts what is sent by hand
   */
  NetworkDesk(Network network, Function<Draft, String> sender, Faults faults, Play play) {
    this.network = network;
    this.sender = sender;
    this.faults = faults;
    this.play = play;
  }

  void mount(Orders orders) {
    orders.on("/posts", this::send);
    orders.on("/posts/edit", this::edit);
    orders.on("/posts/delete", this::delete);
    orders.on("/flood", this::flood);
    orders.on("/silence", this::silence);
    orders.on("/pace", this::pace);
    orders.on("/outage", this::outage);
    orders.on("/calm", wishes -> faults.calm().map(new JsonObject()));
    for (Fault fault : Fault.values()) {
      orders.on("/faults/" + fault.id(), wishes -> inject(fault, wishes));
    }
  }

  private Future<JsonObject> send(Wishes wishes) {
    String of = wishes.text("of", null);
    PostKind kind = kind(wishes.text("kind", of == null ? "post" : "reply"));
    Draft draft = new Draft(
        wishes.text("author", "stranger"),
        wishes.text("text", "Hello from the control desk " + RehearsedEvent.RULE),
        wishes.text("lang", "en"),
        kind,
        of,
        photos(wishes),
        wishes.text("title", null));
    return done("id", sender.apply(draft));
  }

  private static List<Photo> photos(Wishes wishes) {
    String scene = wishes.text("photo", null);
    if (scene == null) return List.of();
    int seed = Math.floorMod(wishes.text("text", "").hashCode(), 1_000);
    return List.of(new Photo(Photo.Scene.of(scene), wishes.text("alt", null), seed));
  }

  private static PostKind kind(String name) {
    for (PostKind kind : PostKind.values()) {
      if (kind.name().equalsIgnoreCase(name)) return kind;
    }
    throw new IllegalArgumentException("a post is a post, a reply, a quote or a repost: " + name);
  }

  private Future<JsonObject> edit(Wishes wishes) {
    return done("id", network.edit(wishes.text("id", ""), wishes.text("text", "edited")));
  }

  private Future<JsonObject> delete(Wishes wishes) {
    String id = wishes.text("id", "");
    network.delete(id);
    return done("deleted", id);
  }

  private Future<JsonObject> flood(Wishes wishes) {
    int posts = (int) wishes.number("posts", 200, 1, MOST_POSTS);
    play.flood(posts, wishes.number("perSecond", 50, 0.1, 10_000));
    return done("posts", posts);
  }

  private Future<JsonObject> silence(Wishes wishes) {
    play.silence(wishes.seconds("seconds", 60));
    return done("perSecond", play.pace());
  }

  private Future<JsonObject> pace(Wishes wishes) {
    play.pace(wishes.number("perSecond", 1, 0, 1_000));
    return done("perSecond", play.pace());
  }

  private Future<JsonObject> outage(Wishes wishes) {
    return outage(faults, wishes.seconds("seconds", USUAL_OUTAGE));
  }

  /** Takes a network away for a while, as it can. */
  static Future<JsonObject> outage(Faults faults, Duration length) {
    Fault fault = faults.known().contains(Fault.OUTAGE) ? Fault.OUTAGE : Fault.UNAVAILABLE;
    return faults.inject(fault, length).map(new JsonObject().put("fault", fault.id()));
  }

  private Future<JsonObject> inject(Fault fault, Wishes wishes) {
    FaultOrder order =
        new FaultOrder(fault, wishes.seconds("seconds", 0), wishes.text("detail", null));
    return faults.inject(order).map(new JsonObject().put("fault", fault.id()));
  }

  private static Future<JsonObject> done(String name, Object value) {
    return Future.succeededFuture(new JsonObject().put(name, value));
  }
}
