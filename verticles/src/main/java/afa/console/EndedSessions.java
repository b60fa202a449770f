package afa.console;

import afa.message.SessionsEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Who logged out: sessions that are over before their time. Each is remembered for that long only. */
final class EndedSessions {
  private static final Duration MEMORY = SessionCookie.LONGEST.plusMinutes(5);

  private final Map<String, Instant> sessions = new HashMap<>();
  private final Map<String, Instant> users = new HashMap<>();

  void ended(SessionsEnded told, Instant now) {
    Instant forgotten = now.minus(MEMORY);
    sessions.values().removeIf(at -> at.isBefore(forgotten));
    users.values().removeIf(at -> at.isBefore(forgotten));
    if (told.session().isEmpty()) users.merge(told.user(), told.at(), EndedSessions::later);
    else sessions.put(told.session(), told.at());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  boolean has(SessionCookie session) {
    Instant all = users.get(session.user());
    return sessions.containsKey(session.id())
        || (all != null && !session.begun().isAfter(all));
  }
}
