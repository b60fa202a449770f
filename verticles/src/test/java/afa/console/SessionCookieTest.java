package afa.console;

import static org.assertj.core.api.Assertions.assertThat;

import afa.message.SessionsEnded;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SessionCookieTest {
  private static final Instant NOON = Reports.NOON;

  private final Seal seal = new Seal(new byte[32]);
  private final SessionCookie session = SessionCookie.begin("ada", "print", NOON);

  @Test
  void anyNodeWithTheSameKeyReadsItAndNoOther() {
    assertThat(SessionCookie.open(new Seal(new byte[32]), session.sealed(seal), NOON))
        .contains(session);
    byte[] other = new byte[32];
    other[7] = 1;
    assertThat(SessionCookie.open(new Seal(other), session.sealed(seal), NOON)).isEmpty();
  }

  @Test
  void aChangedOrForeignTextIsRefused() {
    String sealed = session.sealed(seal);
    assertThat(SessionCookie.open(seal, "x" + sealed, NOON)).isEmpty();
    assertThat(SessionCookie.open(seal, sealed.substring(1), NOON)).isEmpty();
    assertThat(SessionCookie.open(seal, "", NOON)).isEmpty();
    assertThat(SessionCookie.open(seal, "no dot", NOON)).isEmpty();
    assertThat(SessionCookie.open(seal, seal.seal("other use", "a|b|1|1|c"), NOON))
        .isEmpty();
  }

  @Test
  void itEndsAfterHalfAnHourOfNothing() {
    assertThat(isGood(session, Duration.ofMinutes(29))).isTrue();
    assertThat(isGood(session, Duration.ofMinutes(30))).isFalse();
  }

  @Test
  void whoeverUsesItStaysButNotForMoreThanTwelveHours() {
    SessionCookie used = session.renewed(NOON.plus(Duration.ofHours(11).plusMinutes(50)));
    assertThat(isGood(used, Duration.ofHours(11).plusMinutes(59))).isTrue();
    assertThat(isGood(used, Duration.ofHours(12))).isFalse();
  }

  @Test
  void whoLogsOutIsOutAndWhoLogsOutEverywhereIsOutWithAllSessions() {
    EndedSessions ended = new EndedSessions();
    SessionCookie other = SessionCookie.begin("ada", "print", NOON);
    ended.ended(new SessionsEnded("ada", session.id(), NOON), NOON);
    assertThat(ended.has(session)).isTrue();
    assertThat(ended.has(other)).isFalse();
    ended.ended(new SessionsEnded("ada", "", NOON.plusSeconds(1)), NOON);
    assertThat(ended.has(other)).isTrue();
    assertThat(ended.has(SessionCookie.begin("ada", "print", NOON.plusSeconds(2))))
        .isFalse();
    assertThat(ended.has(SessionCookie.begin("bob", "print", NOON))).isFalse();
  }

  private boolean isGood(SessionCookie cookie, Duration later) {
    return SessionCookie.open(seal, cookie.sealed(seal), NOON.plus(later)).isPresent();
  }
}
