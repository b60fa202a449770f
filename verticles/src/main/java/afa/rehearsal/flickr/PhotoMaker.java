package afa.rehearsal.flickr;

import afa.rehearsal.Draft;
import afa.rehearsal.Photo;
import afa.rehearsal.RehearsedEvent;
import afa.rehearsal.SnowflakeIds;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes photos of drafts, and some that nobody asked for. */
final class PhotoMaker {
  private static final int LATE_TAGS = 8; // one in so many
  private static final int NOISE = 6; // one in so many
  private static final List<String> ELSEWHERE = List.of("harbour", "catsofinstagram", "sunset");

  private final Album album;
  private final FlickrOptions options;
  private final Random random;

  /** Never from the seed: two runs must not give the same id to different photos. */
  private final SnowflakeIds ids = new SnowflakeIds(new SecureRandom().nextInt(1024));

  PhotoMaker(Album album, FlickrOptions options, Random random) {
    this.album = album;
    this.options = options;
    this.random = random;
  }

  /** A photo of now: found a little later, and tagged later still by some. */
  SimPhoto fresh(Draft draft, Instant now) {
    Instant found = now.plus(part(options.indexDelay()));
    boolean late = random.nextInt(LATE_TAGS) == 0;
    Instant tagged = late ? now.plus(part(options.tagDelay())) : now;
    return photo(draft, now, found, tagged);
  }

  /** A photo of the past. */
  SimPhoto old(Draft draft, Instant at) {
    return photo(draft, at, at, at);
  }

  private Duration part(Duration most) {
    return Duration.ofMillis((long) (most.toMillis() * random.nextDouble()));
  }

  private SimPhoto photo(Draft draft, Instant at, Instant found, Instant tagged) {
    List<String> tags = new ArrayList<>(SimText.tags(draft.text()));
    if (!tags.contains(RehearsedEvent.HASHTAG)) tags.add(RehearsedEvent.HASHTAG);
    return new SimPhoto(
        ids.next(at),
        album.author(draft.author()),
        SimText.of(draft.title(), text(draft)),
        tags,
        draft.photos().isEmpty() ? anyPicture() : draft.photos().get(0),
        at,
        found,
        tagged,
        at,
        SimPhoto.Visibility.PUBLIC);
  }

  /** A repost has no words of its own; on Flickr it is a photo of the same thing. */
  private String text(Draft draft) {
    SimPhoto of = draft.of() == null ? null : album.find(draft.of());
    boolean wordless = draft.text().isBlank() && of != null;
    return wordless ? of.text().title() : draft.text();
  }

  private Photo anyPicture() {
    Photo.Scene[] scenes = Photo.Scene.values();
    return new Photo(scenes[random.nextInt(scenes.length)], null, random.nextInt(1 << 20));
  }

  /** Now and then a photo that no reader may show. */
  Optional<SimPhoto> noise(Instant now) {
    if (!options.noisy() || random.nextInt(NOISE) > 0) return Optional.empty();
    SimPhoto.Visibility[] kinds = SimPhoto.Visibility.values();
    SimPhoto.Visibility visibility = kinds[random.nextInt(kinds.length)];
    boolean ours = visibility != SimPhoto.Visibility.PUBLIC;
    String tag = ours ? RehearsedEvent.HASHTAG : ELSEWHERE.get(random.nextInt(ELSEWHERE.size()));
    return Optional.of(new SimPhoto(
        ids.next(now),
        album.author("passer_by"),
        SimText.of(null, "Not for the wall"),
        List.of(tag),
        anyPicture(),
        now,
        now,
        now,
        now,
        visibility));
  }
}
