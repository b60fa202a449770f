package afa.x;

import afa.config.Section;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What of X may be shown.
 *
 * @param country where the pages are shown, as ISO 3166 writes it; empty when that was not told
 * @param sensitive what to do with posts that X marks so
 */
record XPolicy(String country, Sensitive sensitive) {
  /** Shows whatever X itself allows everywhere. */
  static final XPolicy DEFAULT = new XPolicy("", Sensitive.WARN);

  /** What pages cover such posts with. */
  static final String WARNING = "marked as sensitive";

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** X's codes for everywhere, and for everywhere after a complaint about copyright. */
  private static final List<String> EVERYWHERE = List.of("XX", "XY");

  /** How sensitive posts are treated. */
  enum Sensitive {
    /** They come with a warning: pages cover them, the wall leaves them out. */
    WARN,
    /** They do not come. */
    HIDE
  }

  /** Reads {@code country} and {@code sensitive} of {@code sources.x}. */
  static XPolicy read(Section x) {
    return new XPolicy(country(x), sensitive(x));
  }

  private static String country(Section x) {
    String country = x.optionalText("country");
    if (country == null || COUNTRIES.contains(country)) return country == null ? "" : country;
    x.problem("country", "expected two capital letters that stand for a country, such as DE");
    return "";
  }

  private static Sensitive sensitive(Section x) {
    String name = x.optionalText("sensitive");
    if (name == null) return Sensitive.WARN;
    return Arrays.stream(Sensitive.values())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseGet(() -> {
          x.problem("sensitive", "expected warn or hide");
          return Sensitive.WARN;
        });
  }

  /** Why a post must not be shown; null when it may. */
  String reasonToHide(JsonNode post, JsonNode author) {
    if (author.path("protected").asBoolean()) return "protected author";
    if (isWithheld(post) || isWithheld(author)) return "withheld";
    boolean hidden = sensitive == Sensitive.HIDE && isSensitive(post);
    return hidden ? "possibly sensitive" : null;
  }

  private boolean isWithheld(JsonNode what) {
    for (JsonNode code : what.path("withheld").path("country_codes")) {
      String listed = code.asText();
      if (EVERYWHERE.contains(listed) || listed.equals(country)) return true;
    }
    return false;
  }

  /** Whether X says that not everybody wants to see it. */
  static boolean isSensitive(JsonNode post) {
    return post.path("possibly_sensitive").asBoolean();
  }
}
