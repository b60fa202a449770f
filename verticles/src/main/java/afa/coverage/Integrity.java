package afa.coverage;

import afa.feed.Coverage;
import afa.feed.CoverageInterval;
import afa.message.IntegrityRead;
import afa.message.SourceIntegrity;
import afa.message.SourceReported;
import afa.message.SourceReported.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of all that is known of an event's sources the answer at one moment. */
final class Integrity {
  /** Sources that follow claim every few seconds. */
  static final Duration FOLLOWING = Duration.ofSeconds(30);

  /** Those that ask from time to time claim as seldom as they ask, and say how seldom; at least. */
  static final Duration ASKING = Duration.ofMinutes(15);

  private Integrity() {}

  static IntegrityRead of(Known known, Instant now) {
    Instant begin = known.info().begin();
    Timeline timeline = new Timeline(begin, known.info().end(), now);
    List<SourceIntegrity> sources = SourceNames.of(known).stream()
        .map(name -> SourceNames.isLeft(known, name, now)
            ? left(known, name, timeline)
            : source(known, name, timeline, now))
        .toList();
    Instant from = now.isBefore(begin) ? first(sources, now) : begin;
    Known.Trouble trouble = known.trouble();
    IntegrityLine line = IntegrityLine.of(known, followed(known, sources, now), now);
    return new IntegrityRead(
        known.info().event(),
        now,
        from,
        timeline.limit(),
        line.level(),
        line.text(),
        trouble == null ? null : trouble.sentence(),
        sources.stream().map(source -> told(source, timeline)).toList());
  }

  private static Instant first(List<SourceIntegrity> sources, Instant now) {
    return sources.stream()
        .flatMap(source -> source.intervals().stream().limit(1))
        .map(CoverageInterval::from)
        .min(Instant::compareTo)
        .orElse(now);
  }

  private static SourceIntegrity told(SourceIntegrity source, Timeline timeline) {
    return new SourceIntegrity(
        source.source(),
        source.part(),
        source.state(),
        source.since(),
        source.remark(),
        source.lastPost(),
        source.lastSign(),
        source.spending(),
        timeline.told(source.intervals()));
  }

  /** What the line speaks of. */
  private static List<SourceIntegrity> followed(
      Known known, List<SourceIntegrity> sources, Instant now) {
    return sources.stream()
        .filter(source -> !SourceNames.isLeft(known, SourceNames.of(source), now))
        .toList();
  }

  /** A part that was given up: it ends where it ended. */
  private static SourceIntegrity left(Known known, String name, Timeline timeline) {
    Coverage claims = known.claimed().getOrDefault(name, Coverage.NONE);
    return new SourceIntegrity(
        SourceNames.network(name),
        SourceNames.part(name),
        State.OFF,
        claims.end().orElse(known.listeningSince()),
        "not followed any more",
        null,
        null,
        null,
        timeline.of(claims.intervals()));
  }

  private static SourceIntegrity source(Known known, String name, Timeline timeline, Instant now) {
    Heard heard = known.heard().get(name);
    SourceReported told = heard == null ? null : heard.report();
    Standing standing = Standing.of(known, heard, SourceNames.isFollowed(known, name), now);
    List<CoverageInterval> claims =
        known.claimed().getOrDefault(name, Coverage.NONE).intervals();
    int colon = name.indexOf(':');
    return new SourceIntegrity(
        SourceNames.network(name),
        colon < 0 ? null : name.substring(colon + 1),
        standing.state(),
        standing.since(),
        standing.remark(),
        told == null ? null : told.lastPost(),
        told == null ? null : told.lastSign(),
        told == null ? null : told.spending(),
        timeline.of(claims, rest(standing, told)));
  }

  private static Timeline.Rest rest(Standing standing, @Nullable SourceReported told) {
    Duration patience = standing.state() == State.POLLING ? asking(told) : FOLLOWING;
    return new Timeline.Rest(patience, reason(standing));
  }

  private static Duration asking(@Nullable SourceReported told) {
    Duration own = Duration.ofSeconds(told == null ? 0 : told.patienceSeconds());
    return own.compareTo(ASKING) > 0 ? own : ASKING;
  }

  private static String reason(Standing standing) {
    @Nullable String remark = standing.remark();
    if (remark != null) return remark;
    return switch (standing.state()) {
      case OFF -> "switched off";
      case DEGRADED -> "in trouble";
      default -> "not confirmed yet";
    };
  }
}
