package afa.coverage;

import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.message.IntegrityRead;
import afa.message.SourceIntegrity;
import afa.message.SourceReported;
import afa.message.SourceReported.State;
import afa.message.Spending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An event from 9 to 18 o'clock (UTC) on a day in May, and what its sources say; for tests. */
final class Scene {
  private final List<String> networks;
  private final Map<String, Heard> heard = new HashMap<>();
  private final Map<String, Coverage> claimed = new HashMap<>();
  private Instant listening = at("00:00");
  private Known.@Nullable Trouble trouble;

  Scene(String... networks) {
    this.networks = List.of(networks);
  }

  static Instant at(String time) {
    return Instant.parse("2026-05-24T" + (time.length() == 5 ? time + ":00" : time) + "Z");
  }

  static EventInfo event(List<String> networks) {
    LocalDateTime nine = LocalDateTime.parse("2026-05-24T09:00");
    return new EventInfo(
        "aea", "An Event", "UTC", nine, nine.plusHours(9), null, null, networks, List.of());
  }

  static SourceReported report(String source, State state, Instant since, @Nullable String remark) {
    Spending spending = source.equals("x") ? new Spending(5_000, 120, 900) : null;
    return new SourceReported("aea", source, state, since, null, since, remark, spending, 0);
  }

  /** The source streams, and said so at that time. */
  Scene streaming(String source, String time) {
    return told(source, State.STREAMING, time, null);
  }

  Scene told(String source, State state, String time, @Nullable String remark) {
    heard.put(source, new Heard(report(source, state, at(time), remark), at(time)));
    return this;
  }

  /** It asks so seldom that a claim of it may become that old. */
  Scene patient(String source, String time, Duration patience) {
    SourceReported told = report(source, State.POLLING, at(time), null);
    heard.put(source, new Heard(told.withPatience(patience.toSeconds()), at(time)));
    return this;
  }

  Scene claims(String source, UnaryOperator<Coverage> ledger) {
    claimed.put(source, ledger.apply(Coverage.NONE));
    return this;
  }

  /** What a source that was never interrupted claims. */
  Scene complete(String source, String from, String to) {
    return claims(source, ledger -> ledger.streamed(at(from), at(to)));
  }

  Scene listeningSince(String time) {
    listening = at(time);
    return this;
  }

  Scene trouble(String since) {
    trouble = new Known.Trouble(at(since), "the store does not answer");
    return this;
  }

  IntegrityRead seen(String now) {
    Known known = new Known(event(networks), heard, claimed, listening, trouble);
    return Integrity.of(known, at(now));
  }

  SourceIntegrity source(String name, String now) {
    return seen(now).sources().stream()
        .filter(source -> source.source().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Its intervals, each as {@code 09:00-10:00 complete}; reasons behind it. */
  List<String> intervals(String source, String now) {
    return source(source, now).intervals().stream()
        .map(interval -> time(interval.from()) + "-" + time(interval.to()) + " "
            + interval.kind().name().toLowerCase(java.util.Locale.ROOT)
            + (interval.reason() == null ? "" : ": " + interval.reason()))
        .toList();
  }

  private static String time(Instant moment) {
    return moment.toString().replaceAll(".*T(..:..)(:00)?(.*)Z", "$1$3");
  }
}
