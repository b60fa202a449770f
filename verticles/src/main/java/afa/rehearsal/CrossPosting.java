package afa.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The habit of some people with two homes to say the same on both, some seconds apart. */
final class CrossPosting {
  private static final double HABIT = 0.35; // part of the posts of who has two homes
  private static final int LONGEST = 280; // characters; more does not fit everywhere
  private static final int SOONEST_MILLIS = 2_000;
  private static final int LATEST_MILLIS = 9_000;

  private final Conference conference;
  private final Casting casting;
  private final Random random;

  CrossPosting(Conference conference, Casting casting, Random random) {
    this.conference = conference;
    this.casting = casting;
    this.random = random;
  }

  /**
   * The same post elsewhere.
   *
   * @param later how long after the first one
   */
  record Copy(String network, Draft draft, Duration later) {}

  /** Whether a post that was just made on a network is made on another one too. */
  Optional<Copy> of(Draft draft, String network) {
    boolean fits =
        draft.kind() == PostKind.POST && draft.title() == null && draft.text().length() <= LONGEST;
    if (!fits) return Optional.empty();
    List<String> others = casting.homes(conference.author(draft.author())).stream()
        .filter(other -> !other.equals(network) && takes(other, draft))
        .toList();
    if (others.isEmpty() || random.nextDouble() >= HABIT) return Optional.empty();
    String other = others.get(random.nextInt(others.size()));
    int millis = random.nextInt(SOONEST_MILLIS, LATEST_MILLIS);
    return Optional.of(new Copy(other, draft, Duration.ofMillis(millis)));
  }

  private boolean takes(String network, Draft draft) {
    return switch (network) {
      case "flickr" -> !draft.photos().isEmpty();
      case "feeds" -> false; // articles are written for themselves
      default -> true;
    };
  }
}
