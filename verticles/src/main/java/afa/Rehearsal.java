package afa;

import afa.config.Environment;
import afa.rehearsal.RehearsalVerticle;
import afa.rehearsal.RehearsedEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node follows when it was told of no event: a conference that is played inside it and read
 * through the real clients, over real sockets.
 *
 * @param event to follow
 * @param port of the simulators
 * @param control page from which it can be disturbed
 */
record Rehearsal(FollowedEvent event, int port, String control) {
  private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

  private static final int PORT = 8070;

  /**
   * Plays it at the port of the last time, as the pictures of posts that are stored already are
   * there; at a free one when that is taken.
   *
   * @param data directory in which the port is remembered
   */
  static Future<Rehearsal> start(Vertx vertx, Path data) {
    Path memory = data.resolve("rehearsal.port");
    return start(vertx, remembered(memory))
        .recover(taken -> start(vertx, 0))
        .onSuccess(played -> remember(memory, played.port()));
  }

  private static Future<Rehearsal> start(Vertx vertx, int port) {
    RehearsalVerticle verticle =
        new RehearsalVerticle(RehearsalVerticle.conference().port(port));
    return vertx.deployVerticle(verticle).map(deployed -> of(verticle));
  }

  private static int remembered(Path memory) {
    try {
      return Integer.parseInt(Files.readString(memory).strip());
    } catch (IOException | NumberFormatException never) {
      return PORT;
    }
  }

  private static void remember(Path memory, int port) {
    try {
      Files.createDirectories(memory.getParent());
      Files.writeString(memory, Integer.toString(port));
    } catch (IOException unwritable) {
      log.warn("Pictures of older posts may be missing after the next start", unwritable);
    }
  }

  /** Followed as any event is, by a file and an environment. */
  private static Rehearsal of(RehearsalVerticle verticle) {
    Environment environment = new Environment(verticle.environment());
    FollowedEvent read = new EventFiles(SourceKinds.ALL, environment)
        .read("The rehearsal's event file", verticle.eventFile(RehearsedEvent.ID));
    FollowedEvent followed = new FollowedEvent(verticle.event(), read.sources());
    return new Rehearsal(followed, verticle.port(), verticle.url() + "/control");
  }
}
