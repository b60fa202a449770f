package afa.console;

import afa.bus.ClusterMap;
import afa.message.Addresses;
import afa.message.SessionsEnded;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is logged in: sealed cookies that each node can read, less those that were ended. */
final class Sessions {
  private static final Logger log = LoggerFactory.getLogger(Sessions.class);
  private static final String MAP = "afa.console.ended";

  private final Vertx vertx;
  private final Seal seal;
  private final Users users;
  private final EndedSessions ended = new EndedSessions();

  /** Somebody with a session. */
  record Here(Person person, SessionCookie session) {}

  Sessions(Vertx vertx, Seal seal, Users users) {
    this.vertx = vertx;
    this.seal = seal;
    this.users = users;
  }

  /** Learns of sessions that were ended before this console was there. */
  Future<Void> remember() {
    return ClusterMap.open(vertx, MAP)
        .compose(ClusterMap::values)
        .onSuccess(all -> all.forEach(text -> heard(read(text))))
        .mapEmpty();
  }

  void heard(SessionsEnded told) {
    ended.ended(told, Instant.now());
  }

  Seal seal() {
    return seal;
  }

  SessionCookie begin(Person person) {
    return SessionCookie.begin(person.name(), fingerprint(person.name()), Instant.now());
  }

  /** Whose cookie that is, if it is still good. */
  Optional<Here> find(String cookie) {
    return SessionCookie.open(seal, cookie, Instant.now())
        .filter(session -> !ended.has(session))
        .filter(session -> Seal.same(fingerprint(session.user()), session.fingerprint()))
        .flatMap(session ->
            users.find(session.user()).map(account -> new Here(account.person(), session)));
  }

  /** Another password, another fingerprint: whoever logged in with the old one is out. */
  private String fingerprint(String user) {
    String secret = users.find(user).map(Users.Account::secret).orElse("");
    return seal.sign("password", user + "\n" + secret).substring(0, 16);
  }

  /** Whether a page that was let in must leave now. */
  boolean isOver(SessionCookie session) {
    return ended.has(session) || Instant.now().isAfter(session.begun().plus(SessionCookie.LONGEST));
  }

  /**
   * Ends a session, or all of that person.
   *
   * @param everywhere all of them
   */
  void end(SessionCookie session, boolean everywhere) {
    SessionsEnded told =
        new SessionsEnded(session.user(), everywhere ? "" : session.id(), Instant.now());
    heard(told);
    Addresses.SESSIONS_ENDED.publish(vertx.eventBus(), told);
    ClusterMap.open(vertx, MAP)
        .compose(map -> map.put(key(told), text(told), SessionCookie.LONGEST))
        .onFailure(away -> log.warn("Consoles that start later do not know of a logout", away));
  }

  private static String key(SessionsEnded told) {
    return told.user() + "|" + told.session();
  }

  private static String text(SessionsEnded told) {
    return new JsonObject()
        .put("user", told.user())
        .put("session", told.session())
        .put("at", told.at().toString())
        .encode();
  }

  private static SessionsEnded read(String text) {
    JsonObject json = new JsonObject(text);
    return new SessionsEnded(
        json.getString("user"), json.getString("session"), Instant.parse(json.getString("at")));
  }
}
