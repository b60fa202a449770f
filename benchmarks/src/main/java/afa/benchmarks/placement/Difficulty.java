package afa.benchmarks.placement;

import java.util.List;

/**
 * How hard a generated conference makes it.
 *
 * @param tracks talks at one time
 * @param hallway share of the posts that are about no talk
 * @param late most minutes that a talk begins late; the programme does not say so
 * @param swaps pairs of talks that change places
 * @param told whether the programme is put right, half an hour after the swapped talks began
 * @param signs how often tags, names and rooms are said, 1 being usual
 */
record Difficulty(
    String name, int tracks, double hallway, int late, int swaps, boolean told, double signs) {

  static final List<Difficulty> ALL = List.of(
      new Difficulty("1 track", 1, 0.15, 0, 0, true, 1),
      new Difficulty("1 track, much hallway", 1, 0.45, 0, 0, true, 1),
      new Difficulty("2 tracks", 2, 0.25, 0, 0, true, 1),
      new Difficulty("4 tracks", 4, 0.25, 0, 0, true, 1),
      new Difficulty("8 tracks", 8, 0.25, 0, 0, true, 1),
      new Difficulty("4 tracks, up to 20 minutes late", 4, 0.25, 20, 0, true, 1),
      new Difficulty("4 tracks, swaps told late", 4, 0.25, 0, 4, true, 1),
      new Difficulty("4 tracks, swaps never told", 4, 0.25, 0, 4, false, 1),
      new Difficulty("4 tracks, few signs", 4, 0.25, 0, 0, true, 0.3),
      new Difficulty("8 tracks, late, swaps, much hallway", 8, 0.45, 20, 6, true, 0.6));
}
