package afa.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Short things that people say about a post of others. */
final class Reactions {
  private static final Map<String, List<String>> COMMENTS = Map.of(
      "en",
          List.of(
              "This, exactly this.",
              "Writing that down.",
              "Stealing this for Monday.",
              "Was in the same row and can confirm.",
              "The whole room nodded at this point.",
              "Came for the talk, stayed for this post.",
              "My team needs to read this.",
              "Not sure I agree, and I love that I had to think about it.",
              "Louder, please! 📣",
              "I have been saying this for years, with fewer slides.",
              "Okay, that one landed. 🎯",
              "Printing this and hanging it above my desk.",
              "From the back row: yes.",
              "Best sentence of the day so far.",
              "You can see me nodding in the background."),
      "de",
          List.of(
              "Genau das.",
              "Kommt an die Bürotür.",
              "Saß daneben und kann das bestätigen.",
              "Das nehme ich am Montag mit ins Büro.",
              "Bester Satz des Tages bisher."),
      "fr",
          List.of(
              "Exactement ça.",
              "Je note.",
              "Toute la salle a souri à ce moment-là.",
              "À relire lundi matin avec un café."),
      "es", List.of("Justo esto.", "Apuntado.", "La sala entera asintiendo. 🙌"),
      "ja", List.of("まさにこれ。", "メモした。", "会場みんな頷いていた。"));
  private static final List<String> CLOSERS =
      List.of("🙌", "👏", "💡", "✨", "🧵", "🔖", "🌊", "⚓", "☕", "🎈", "📌", "💛");

  private final RandomGenerator random;

  Reactions(RandomGenerator random) {
    this.random = random;
  }

  /** A comment in a language, in English where we have none. */
  String comment(String lang) {
    return any(COMMENTS.getOrDefault(lang, COMMENTS.get("en")));
  }

  /** Whether {@link #comment} speaks it. */
  static boolean knows(String lang) {
    return COMMENTS.containsKey(lang);
  }

  /** What makes a text that was posted before a little different. */
  String closer() {
    return any(CLOSERS);
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
