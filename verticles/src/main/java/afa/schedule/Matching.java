package afa.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Finds the old talk of each new one: by the source's identities, the strongest first, then by
 * title. What is not plain is no match, as a wrong one would give a talk the words about another.
 */
final class Matching {
  private final Set<Talk> olds;
  private final Set<Talk> news;
  private final Map<Talk, Talk> oldOf = new HashMap<>();

  private Matching(List<Talk> before, List<Talk> after) {
    olds = new LinkedHashSet<>(before);
    news = new LinkedHashSet<>(after);
  }

  /** The old talk of each new one that has one. */
  static Map<Talk, Talk> of(List<Talk> before, List<Talk> after) {
    Matching matching = new Matching(before, after);
    matching.pass(key("guid:"), (old, talk) -> true);
    matching.pass(key("uid:"), Matching::isLike);
    matching.pass(key("code:"), (old, talk) -> true);
    matching.pass(key("slug:"), (old, talk) -> true);
    matching.pass(key("id:"), Matching::isLike);
    matching.pass(
        talk -> title(talk) + " " + talk.start() + " " + talk.end() + " " + talk.room(),
        (old, talk) -> true);
    matching.pass(talk -> title(talk) + " " + talk.start(), (old, talk) -> true);
    matching.pass(Matching::title, (old, talk) -> !title(old).equals("untitled"));
    return matching.oldOf;
  }

  private static Function<Talk, String> key(String prefix) {
    return talk ->
        talk.keys().stream().filter(key -> key.startsWith(prefix)).findFirst().orElse("");
  }

  /** Letters and digits alone, as the rest is often put right. */
  static String title(Talk talk) {
    return talk.title()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** A number or a UID may belong to another talk by now, unless something else stayed too. */
  private static boolean isLike(Talk old, Talk talk) {
    boolean slot = old.start().equals(talk.start()) && old.room().equals(talk.room());
    return slot || title(old).equals(title(talk)) || sharesSpeaker(old, talk);
  }

  private static boolean sharesSpeaker(Talk old, Talk talk) {
    return old.speakers().stream()
        .anyMatch(one -> talk.speakers().stream().anyMatch(two -> two.name().equals(one.name())));
  }

  /** Matches those that are alone with their key; those of several slots in the order of time. */
  private void pass(Function<Talk, String> key, BiPredicate<Talk, Talk> plausible) {
    Map<String, List<Talk>> before = grouped(olds, key);
    Map<String, List<Talk>> after = grouped(news, key);
    after.forEach((name, group) -> {
      List<Talk> candidates = before.getOrDefault(name, List.of());
      boolean slots = name.startsWith("code:") && !candidates.isEmpty();
      if (!slots && (group.size() != 1 || candidates.size() != 1)) return;
      for (int i = 0; i < Math.min(group.size(), candidates.size()); i++) {
        match(candidates.get(i), group.get(i), plausible);
      }
    });
  }

  private void match(Talk old, Talk talk, BiPredicate<Talk, Talk> plausible) {
    if (!plausible.test(old, talk)) return;
    oldOf.put(talk, old);
    olds.remove(old);
    news.remove(talk);
  }

  private static Map<String, List<Talk>> grouped(Set<Talk> talks, Function<Talk, String> key) {
    Map<String, List<Talk>> groups = new HashMap<>();
    talks.stream().sorted(Comparator.comparing(Talk::start)).forEach(talk -> {
      String name = key.apply(talk);
      if (!name.isEmpty())
        groups.computeIfAbsent(name, any -> new ArrayList<>()).add(talk);
    });
    return groups;
  }
}
