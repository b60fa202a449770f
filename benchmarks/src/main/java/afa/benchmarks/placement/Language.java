package afa.benchmarks.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up words: some that everybody uses, some of topics, which several talks share. How often a
 * word is used follows its rank, as in real languages.
 */
final class Language {
  private static final String[] SYLLABLES = {
    "ba", "ke", "ri", "to", "mu", "lan", "ver", "sol", "pin", "dra", "gor", "zel", "fi", "nok",
    "wes", "tur", "hal", "mi", "qua", "jor", "lep", "sta", "bru", "cen"
  };
  private static final int TOPICS = 14;

  private final Random random;
  private final List<String> common;
  private final List<List<String>> topics = new ArrayList<>();

  Language(Random random) {
    this.random = random;
    common = words(600);
    for (int i = 0; i < TOPICS; i++) topics.add(words(60));
  }

  /** Made up; two topics may well have made up the same. */
  List<String> words(int count) {
    List<String> words = new ArrayList<>();
    while (words.size() < count) words.add(word());
    return words;
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    int syllables = 1 + random.nextInt(4);
    for (int i = 0; i < syllables; i++) word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    return word.toString();
  }

  int topic() {
    return random.nextInt(TOPICS);
  }

  String ofTopic(int topic) {
    return ranked(topics.get(topic));
  }

  String common() {
    return ranked(common);
  }

  /** The first ones most often. */
  String ranked(List<String> words) {
    return words.get((int) Math.min(
        words.size() - 1.0, Math.exp(random.nextDouble() * Math.log(words.size() + 1.0)) - 1));
  }
}
