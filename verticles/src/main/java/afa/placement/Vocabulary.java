package afa.placement;

import afa.schedule.Person;
import afa.schedule.Talk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of all talks. A word counts for a talk by how much more often the talk has it than the
 * programme as a whole, so that "software" tells nothing and "zeppelin" much.
 */
final class Vocabulary {
  /** How much of what people say about a talk is in its announcement, the rest being talk. */
  private static final double FROM_TALK = 0.12;

  /** Words of any text, so that in a small programme "with" does not look rare. */
  private static final double ANY_TEXT = 500;

  private static final double TITLE = 3; // a word of the title counts as so many

  /** From there on a word is told as a reason. */
  private static final double TELLING = 0.3;

  private static final double MISSING = Math.log(1 - FROM_TALK);

  /** What a word says for a talk (by index) that has it, rather than not. */
  private record Gain(int talk, double odds) {}

  private final List<String> ids;
  private final Map<String, List<Gain>> gains = new HashMap<>(); // by word

  Vocabulary(List<Talk> talks) {
    ids = talks.stream().map(Talk::id).toList();
    List<Map<String, Double>> words = talks.stream().map(Vocabulary::words).toList();
    Map<String, Double> counts = new HashMap<>();
    words.forEach(of -> of.forEach((word, count) -> counts.merge(word, count, Double::sum)));
    double whole =
        ANY_TEXT + counts.values().stream().mapToDouble(count -> count).sum();
    for (int i = 0; i < words.size(); i++) learn(i, words.get(i), counts, whole);
  }

  private void learn(
      int talk, Map<String, Double> words, Map<String, Double> counts, double whole) {
    double length = words.values().stream().mapToDouble(count -> count).sum();
    words.forEach((word, count) -> {
      // Short announcements are taken for longer ones, or one word would decide.
      double share = count / Math.max(20, length);
      double elsewhere = (counts.getOrDefault(word, count) - count + 0.5) / whole;
      double odds = Math.log(1 - FROM_TALK + FROM_TALK * share / elsewhere);
      gains.computeIfAbsent(word, any -> new ArrayList<>()).add(new Gain(talk, odds));
    });
  }

  private static Map<String, Double> words(Talk talk) {
    Map<String, Double> words = new HashMap<>();
    Words.stems(talk.summary()).forEach(word -> words.merge(word, 1.0, Double::sum));
    Words.stems(talk.track()).forEach(word -> words.merge(word, 1.0, Double::sum));
    Words.stems(talk.title()).forEach(word -> words.merge(word, TITLE, Double::sum));
    for (Person person : talk.speakers()) {
      Words.stems(person.name()).forEach(word -> words.merge(word, 1.0, Double::sum));
    }
    return words;
  }

  /** What the words say for each talk that shares a telling one, as logarithms of odds. */
  Map<String, Evidence> evidence(Set<String> words) {
    List<String> known = words.stream().filter(gains::containsKey).limit(100).toList();
    double[] sums = new double[ids.size()];
    Map<Integer, List<String>> shared = new HashMap<>();
    for (String word : known) {
      for (Gain gain : gains.getOrDefault(word, List.of())) {
        sums[gain.talk()] += gain.odds() - MISSING;
        if (gain.odds() > TELLING) {
          shared.computeIfAbsent(gain.talk(), any -> new ArrayList<>()).add(word);
        }
      }
    }
    double base = known.size() * MISSING;
    Map<String, Evidence> evidence = new HashMap<>();
    shared.forEach(
        (talk, some) -> evidence.put(ids.get(talk), new Evidence(sums[talk] + base, some)));
    return evidence;
  }

  /**
   * What words say for a talk.
   *
   * @param words those that tell something
   */
  record Evidence(double odds, List<String> words) {}
}
