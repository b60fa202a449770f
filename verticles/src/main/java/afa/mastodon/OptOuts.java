package afa.mastodon;

import afa.config.Section;
import afa.source.HtmlText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose posts are not shown though they are public.
 *
 * @param signs of those who do not want to be found that are heeded
 * @param bots whether posts of programs are shown
 * @param blocked {@code name@host} of accounts that are not shown, lower case
 */
record OptOuts(Set<Sign> signs, boolean bots, Set<String> blocked) {

  /** What a person can say of their account. */
  enum Sign {
    /** Search engines shall not list it. */
    NOINDEX,
    /** It shall not be suggested to others. */
    DISCOVERABLE,
    /** Its posts shall not be found by search; most never chose this. */
    INDEXABLE,
    /** Its description has #nobot, #noindex or #noarchive. */
    NOTE
  }

  /** The decent default for a wall. */
  static final OptOuts RESPECT =
      new OptOuts(EnumSet.of(Sign.NOINDEX, Sign.DISCOVERABLE, Sign.NOTE), true, Set.of());

  private static final Set<String> ASKS_TO_BE_LEFT_ALONE =
      Set.of("#nobot", "#nobots", "nobot", "nobots", "#noindex", "#noarchive");

  OptOuts {
    signs = Set.copyOf(signs);
    blocked = Set.copyOf(blocked);
  }

  /** Reads {@code optOuts}, {@code bots} and {@code block} of the source. */
  static OptOuts read(Section mastodon) {
    Set<String> blocked = mastodon.texts("block").stream()
        .map(handle -> handle.replaceFirst("^@", "").toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
    return new OptOuts(signs(mastodon), mastodon.flag("bots", true), blocked);
  }

  private static Set<Sign> signs(Section mastodon) {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    List<String> words = mastodon.texts("optOuts");
    for (String word : words.isEmpty() ? List.of("respect") : words) {
      switch (word.toLowerCase(Locale.ROOT)) {
        case "respect" -> signs.addAll(RESPECT.signs());
        case "ignore" -> {}
        default ->
          Stream.of(Sign.values())
              .filter(sign -> sign.name().equalsIgnoreCase(word))
              .findFirst()
              .ifPresentOrElse(signs::add, () -> unknown(mastodon, word));
      }
    }
    return signs;
  }

  private static void unknown(Section mastodon, String word) {
    Set<String> known = new TreeSet<>(Set.of("respect", "ignore"));
    for (Sign sign : Sign.values()) known.add(sign.name().toLowerCase(Locale.ROOT));
    mastodon.problem("optOuts", word + " is none of " + known);
  }

  /** Why nothing of this account is shown, null when it may be. */
  String reasonToHide(JsonNode account, String handle) {
    if (MastodonJson.is(account, "suspended", true)) return "suspended account";
    if (MastodonJson.is(account, "limited", true)) return "limited account";
    if (blocked.contains(handle.toLowerCase(Locale.ROOT))) return "blocked account";
    if (!bots && MastodonJson.is(account, "bot", true)) return "a program";
    return optedOut(account) ? "the author does not want to be found" : null;
  }

  private boolean optedOut(JsonNode account) {
    return (heeds(Sign.NOINDEX) && MastodonJson.is(account, "noindex", true))
        || (heeds(Sign.DISCOVERABLE) && MastodonJson.is(account, "discoverable", false))
        || (heeds(Sign.INDEXABLE) && MastodonJson.is(account, "indexable", false))
        || (heeds(Sign.NOTE) && asksToBeLeftAlone(MastodonJson.text(account, "note")));
  }

  private boolean heeds(Sign sign) {
    return signs.contains(sign);
  }

  private static boolean asksToBeLeftAlone(String note) {
    if (note.isBlank()) return false;
    String text = HtmlText.of(note, "").text().toLowerCase(Locale.ROOT);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c == '#' || !isWord(c)) {
        if (ASKS_TO_BE_LEFT_ALONE.contains(word.toString())) return true;
        word.setLength(0);
      }
      if (c == '#' || isWord(c)) word.append(c);
    }
    return false;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
