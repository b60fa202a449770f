package afa.bluesky;

import afa.bluesky.JetstreamEvent.Placed;
import afa.feed.Post;
import afa.source.SourceCounters;
import afa.source.StreamReader.Listener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An intake whose surroundings are in memory, and what it hands on. */
final class IntakeHouse implements Listener {
  final List<Post> posts = new ArrayList<>();
  final List<String> retracted = new ArrayList<>();
  final List<String> cursors = new ArrayList<>();
  final List<String> story = new ArrayList<>(); // texts, "-" and an identity, "caught up"
  final Line line;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Intake intake;

  /** @param names what the network knows of an account */
  IntakeHouse(Replay replay, Function<String, Future<Optional<Profile>>> names) {
    RecordParser parser = new RecordParser(Frames.INTEREST, true, new Pages("https://cdn.example"));
    Desk desk = new Desk(
        Frames.INTEREST,
        parser,
        new Profiles(
            names,
            wait -> Future.succeededFuture(),
            new Profiles.Rhythm(Duration.ofHours(1), Duration.ZERO),
            InstantSource.system()),
        new Quotes(null, parser),
        new Shelf(),
        new SourceCounters("e", "bluesky", registry),
        false);
    line = new Line(this, replay);
    intake = new Intake(desk, replay, line);
  }

  static IntakeHouse open(Function<String, Future<Optional<Profile>>> names) {
    Replay replay =
        new Replay(0, Frames.TIME + 5_000_000, Duration.ofMinutes(1), (f, t, told) -> {});
    return new IntakeHouse(replay, names);
  }

  void take(String frame) {
    JetstreamEvent event = JetstreamEvents.read(frame, Frames.INTEREST);
    if (event instanceof Placed placed) intake.take(placed);
    if (event instanceof JetstreamEvent.Malformed) intake.malformed();
  }

  double count(String name) {
    return registry
        .counter("afa.source." + name, "event", "e", "source", "bluesky")
        .count();
  }

  @Override
  public void sign() {}

  @Override
  public void bring(List<Post> some, List<String> gone, String cursor) {
    posts.addAll(some);
    retracted.addAll(gone);
    some.forEach(post -> story.add(post.text()));
    gone.forEach(identity -> story.add("-" + identity.substring(identity.lastIndexOf('/') + 1)));
    if (cursor != null) cursors.add(cursor);
  }

  @Override
  public void caughtUp(java.time.Instant reachedBackTo) {
    story.add("caught up");
  }
}
