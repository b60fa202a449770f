package afa.site.export;

import afa.bus.BusFailure;
import afa.export.Cues;
import afa.export.Said;
import afa.feed.Post;
import afa.library.ExportReader;
import afa.library.ExportReader.Scope;
import afa.library.ExportedPost;
import afa.library.ExportedTalk;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said about a talk while its recording ran, and for a while after. */
final class Conversation {
  /** Recordings go on after the time on the schedule. */
  private static final Duration AFTERWARDS = Duration.ofMinutes(15);

  /** More than two a second over two hours: nobody could read them. */
  private static final int MOST_POSTS = 20_000;

  private final ExportReader reader;

  Conversation(ExportReader reader) {
    this.reader = reader;
  }

  /**
   * The cues for a recording.
   *
   * @param start when it began (ISO 8601 with an offset); absent: with the talk
   */
  Future<Cues> cues(String event, String talk, @Nullable String start) {
    Instant given = start == null ? null : instant(start);
    return reader.event(event).compose(known -> reader.talk(event, talk).compose(about -> {
      Instant from = given == null ? about.start() : given;
      Scope scope = new Scope(event, known.epoch(), talk);
      return reader
          .between(scope, from, end(about, from), MOST_POSTS)
          .map(posts -> Cues.of(said(posts, from)));
    }));
  }

  /** A recording that began late lasts as long. */
  private static Instant end(ExportedTalk talk, Instant from) {
    Instant shifted = from.plus(Duration.between(talk.start(), talk.end()));
    return (shifted.isAfter(talk.end()) ? shifted : talk.end()).plus(AFTERWARDS);
  }

  private static List<Said> said(List<ExportedPost> posts, Instant from) {
    return posts.stream()
        .flatMap(kept -> kept.post().stream())
        .flatMap(post -> said(post, from))
        .toList();
  }

  /** What was passed on was said before. */
  private static Stream<Said> said(Post post, Instant from) {
    if (post.repostOf() != null) return Stream.empty();
    String warning = post.warning();
    String words = warning == null || warning.isBlank() ? post.text() : "[" + warning + "]";
    if (words.isBlank()) return Stream.empty();
    Duration at = Duration.between(from, post.postedAt());
    return Stream.of(new Said(at, post.author().name(), words));
  }

  private static Instant instant(String text) {
    try {
      // A plus in a query is a blank.
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeParseException notATime) {
      throw new BusFailure(BusFailure.Kind.INVALID, "start must be like 2026-05-24T09:00:00-07:00");
    }
  }
}
