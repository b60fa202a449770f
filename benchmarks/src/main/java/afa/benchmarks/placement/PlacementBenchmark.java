package afa.benchmarks.placement;

import afa.placement.Placed;
import afa.placement.Placements;
import afa.schedule.ScheduleDiff;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often posts are placed into the right talks, of generated conferences whose truth is known,
 * beside what a clock alone can do. Prints a table; the same seeds give the same table.
 */
public final class PlacementBenchmark {
  private static final int CONFERENCES = 20;

  /** Weights were chosen by looking at seeds from 1 on; the table is of others. */
  private static final int FIRST_SEED = 5_001;

  private final Score ours = new Score();
  private final Score one = new Score();
  private final Score all = new Score();
  private int posts;

  private PlacementBenchmark() {}

  /** Arguments: the first seed and how many conferences of each difficulty. */
  public static void main(String[] arguments) {
    int first = arguments.length > 0 ? Integer.parseInt(arguments[0]) : FIRST_SEED;
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : CONFERENCES;
    System.out.printf(
        "Generated conferences, seeds %d to %d of each difficulty.%n%n", first, first + count - 1);
    System.out.println(
        "| difficulty | posts | precision | recall | hallway kept | clock, one talk: precision, recall | clock, all talks: precision, recall |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (Difficulty difficulty : Difficulty.ALL) {
      PlacementBenchmark bench = new PlacementBenchmark();
      for (int seed = first; seed < first + count; seed++) bench.play(difficulty, seed);
      System.out.println(bench.line(difficulty));
    }
  }

  private void play(Difficulty difficulty, int seed) {
    Random random = new Random(seed);
    Language language = new Language(random);
    Programme programme = new Programme(difficulty, random, language);
    List<Said> said = new Crowd(difficulty, random, language, programme).speak();
    Placements placements = new Placements(programme.announced);
    said.forEach(one -> placements.add(one.post()));
    boolean told = difficulty.told() && difficulty.swaps() > 0;
    if (told) placements.follow(ScheduleDiff.between(programme.announced, programme.corrected));
    TimeOnly clock =
        new TimeOnly(told ? programme.corrected : programme.announced, new Random(seed));
    for (Said post : said) {
      ours.add(talks(placements.of(post.post().identity())), post.truth());
      one.add(clock.one(post.post().postedAt()), post.truth());
      all.add(clock.all(post.post().postedAt()), post.truth());
    }
    posts += said.size();
  }

  private static Set<String> talks(List<Placed> places) {
    return places.stream()
        .filter(place -> !place.isHallway())
        .map(Placed::talk)
        .collect(Collectors.toSet());
  }

  private String line(Difficulty difficulty) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.3f | %.3f | %.3f | %.3f, %.3f | %.3f, %.3f |",
        difficulty.name(),
        posts,
        ours.precision(),
        ours.recall(),
        ours.hallway(),
        one.precision(),
        one.recall(),
        all.precision(),
        all.recall());
  }
}
