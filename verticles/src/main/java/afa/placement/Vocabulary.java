package afa.placement;

import afa.schedule.Person;
import afa.schedule.Talk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

  private final Map<String, Map<String, Double>> talksOfWord = new HashMap<>(); // share in the talk
  private final Map<String, Map<String, Double>> elsewhere = new HashMap<>(); // in all other talks

  Vocabulary(List<Talk> talks) {
    double all = 0;
    Map<String, Double> counts = new HashMap<>();
    for (Talk talk : talks) {
      Map<String, Double> words = words(talk);
      double length = words.values().stream().mapToDouble(count -> count).sum();
      all += length;
      words.forEach((word, count) -> {
        counts.merge(word, count, Double::sum);
        // Short announcements are taken for longer ones, or one word would decide.
        talksOfWord
            .computeIfAbsent(word, any -> new LinkedHashMap<>())
            .put(talk.id(), count / Math.max(20, length));
      });
    }
    double whole = all + ANY_TEXT;
    for (Talk talk : talks) {
      words(talk).forEach((word, count) -> elsewhere
          .computeIfAbsent(word, any -> new HashMap<>())
          .put(talk.id(), (counts.getOrDefault(word, count) - count + 0.5) / whole));
    }
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

  /** What the words say for each talk that shares one, as logarithms of odds. */
  Map<String, Evidence> evidence(Set<String> words) {
    List<String> known =
        words.stream().filter(elsewhere::containsKey).limit(100).toList();
    double missing = Math.log(1 - FROM_TALK);
    Map<String, Double> sums = new HashMap<>();
    Map<String, List<String>> shared = new HashMap<>();
    for (String word : known) {
      Map<String, Double> others = elsewhere.getOrDefault(word, Map.of());
      talksOfWord.getOrDefault(word, Map.of()).forEach((talk, share) -> {
        double gain = Math.log(1 - FROM_TALK + FROM_TALK * share / others.getOrDefault(talk, 1.0));
        sums.merge(talk, gain - missing, Double::sum);
        if (gain > 0.3) shared.computeIfAbsent(talk, any -> new ArrayList<>()).add(word);
      });
    }
    double base = known.size() * missing;
    return sums.entrySet().stream()
        .collect(Collectors.toMap(
            Map.Entry::getKey,
            sum ->
                new Evidence(sum.getValue() + base, shared.getOrDefault(sum.getKey(), List.of()))));
  }

  /**
   * What words say for a talk.
   *
   * @param words those that tell something
   */
  record Evidence(double odds, List<String> words) {}
}
