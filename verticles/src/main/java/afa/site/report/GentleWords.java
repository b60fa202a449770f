package afa.site.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is an insult in one language, and how it speaks to somebody; read from a file. */
final class GentleWords {
  private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "it", "nl", "pt");
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  /** Read when first needed, once for all. */
  private static final class Loaded {
    private static final Map<String, GentleWords> ALL = load();

    private static Map<String, GentleWords> load() {
      Map<String, GentleWords> all = new LinkedHashMap<>();
      for (String language : LANGUAGES) all.put(language, read(language));
      return all;
    }
  }

  private final Pattern harm;
  private final Pattern insults;
  private final Pattern people;

  private GentleWords(Pattern harm, Pattern insults, Pattern people) {
    this.harm = harm;
    this.insults = insults;
    this.people = people;
  }

  /** Those of a language and of English, which is mixed into many; all where nobody knows. */
  static List<GentleWords> of(@Nullable String lang) {
    String language = lang == null ? "" : lang.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
    GentleWords own = Loaded.ALL.get(language);
    GentleWords english = Loaded.ALL.get("en");
    if (own == null || english == null) return List.copyOf(Loaded.ALL.values());
    return own == english ? List.of(own) : List.of(own, english);
  }

  boolean wishesHarm(String text) {
    return harm.matcher(text).find();
  }

  boolean insults(String text) {
    return insults.matcher(text).find();
  }

  boolean speaksToSomebody(String text) {
    return people.matcher(text).find();
  }

  /** Whole words, whatever their case; between two any space. */
  static Pattern any(Collection<String> words) {
    if (words.isEmpty()) return NOTHING;
    String choice = words.stream()
        .map(word -> Pattern.quote(word).replace(" ", "\\E[\\s\\p{Z}]+\\Q"))
        .collect(Collectors.joining("|"));
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + choice + ")(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static GentleWords read(String language) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    for (String line : lines("gentle/" + language + ".txt")) {
      if (line.isBlank() || line.startsWith("#")) continue;
      String[] parts = line.strip().split(":", 2);
      kinds.computeIfAbsent(parts[0], kind -> new ArrayList<>()).add(parts[1].strip());
    }
    return new GentleWords(
        any(kinds.getOrDefault("harm", List.of())),
        any(kinds.getOrDefault("insult", List.of())),
        any(kinds.getOrDefault("to", List.of())));
  }

  private static List<String> lines(String resource) {
    try (InputStream file = GentleWords.class.getClassLoader().getResourceAsStream(resource)) {
      if (file == null) throw new IllegalStateException("no " + resource + " on the class path");
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
