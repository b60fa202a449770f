package afa.library;

import afa.library.SearchQuery.Kind;
import afa.library.SearchQuery.Moment;
import afa.library.SearchQuery.Term;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people type into a search box. Nothing they type is wrong: what makes no sense is looked
 * for as words, or said in a note.
 */
public final class SearchParser {
  /** In UTF-16 units; what is beyond is not looked at. */
  public static final int LONGEST = 500;

  /** More words than that only make PostgreSQL work. */
  static final int MOST_TERMS = 16;

  private static final Set<String> MARKS = Set.of("photo", "link", "question");

  /** Minus or not, a key or not, and something in quotation marks or without spaces. */
  private static final Pattern TOKEN = Pattern.compile(
      "(?<not>-)?(?:(?<key>[A-Za-z]{2,10}):)?(?:\"(?<quoted>[^\"]*)\"?|(?<plain>\\S+))");

  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");

  private final List<Term> terms = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable Moment from;
  private @Nullable Moment until;

  private SearchParser() {}

  /** Never throws, whatever the text. */
  public static SearchQuery parse(String text) {
    SearchParser parser = new SearchParser();
    parser.read(text);
    return new SearchQuery(parser.terms, parser.from, parser.until, parser.notes);
  }

  private void read(String text) {
    String start = text.substring(0, Math.min(LONGEST, text.length()));
    if (text.length() > LONGEST) notes.add("Only the first " + LONGEST + " characters count.");
    Matcher token = TOKEN.matcher(straight(start));
    while (token.find()) {
      if (terms.size() >= MOST_TERMS) {
        notes.add("Only the first " + MOST_TERMS + " words count.");
        return;
      }
      read(token);
    }
  }

  /** Telephones write curly quotation marks, and browsers send what cannot be text. */
  private static String straight(String text) {
    return text.replaceAll("[“”„«»]", "\"").replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
  }

  private void read(Matcher token) {
    boolean not = token.group("not") != null;
    String quoted = token.group("quoted");
    String value = quoted == null ? token.group("plain") : quoted;
    String key = token.group("key");
    if (key != null && filter(key.toLowerCase(Locale.ROOT), value, not)) return;
    String words = key == null || quoted != null ? value : key + ":" + value;
    if (quoted != null) add(Kind.PHRASE, words, not);
    else if (words.startsWith("#") && tag(words) != null) mark("#" + tag(words), not);
    else add(Kind.WORD, words, not);
  }

  /** Whether it is one. */
  private boolean filter(String key, String value, boolean not) {
    String low = value.toLowerCase(Locale.ROOT);
    switch (key) {
      case "from" -> named("@" + low.replaceFirst("^@", ""), not);
      case "source" -> named("=source:" + low, not);
      case "lang" -> named("=lang:" + low.replaceFirst("-.*$", ""), not);
      case "tag" -> named("#" + low.replaceFirst("^#", ""), not);
      case "event" -> terms.add(new Term(Kind.EVENT, value, not));
      case "talk" -> terms.add(new Term(Kind.TALK, value, not));
      case "has" -> has(low, not);
      case "after" -> from = moment(key, value, from);
      case "before" -> until = moment(key, value, until);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void has(String what, boolean not) {
    if (MARKS.contains(what)) mark("=" + what, not);
    else notes.add("has:" + what + " means nothing here; has:photo, has:link, has:question do.");
  }

  private @Nullable Moment moment(String key, String value, @Nullable Moment known) {
    try {
      if (value.length() > 10) return new Moment(null, inYears(Instant.parse(value)));
      LocalDate day = LocalDate.parse(value);
      inYears(Instant.parse(day + "T00:00:00Z"));
      return new Moment(day, null);
    } catch (DateTimeException unreadable) {
      notes.add(key + ":" + value + " is no day; write it as in " + key + ":2010-05-24.");
      return known;
    }
  }

  /** Those that PostgreSQL has. */
  private static Instant inYears(Instant moment) {
    boolean isEarly = moment.isBefore(Instant.parse("0002-01-01T00:00:00Z"));
    if (isEarly || moment.isAfter(Cursor.LATEST)) throw new DateTimeException("not in these years");
    return moment;
  }

  private static @Nullable String tag(String text) {
    Matcher tag = TAG.matcher(text);
    return tag.find() ? tag.group() : null;
  }

  private void named(String name, boolean not) {
    mark(name, not);
  }

  private void mark(String name, boolean not) {
    terms.add(new Term(Kind.MARK, shortened(name.toLowerCase(Locale.ROOT)), not));
  }

  /** As the archive cuts them. */
  private static String shortened(String name) {
    int most = name.startsWith("#") ? 101 : 301;
    return name.codePointCount(0, name.length()) <= most
        ? name
        : name.substring(0, name.offsetByCodePoints(0, most));
  }

  private void add(Kind kind, String words, boolean not) {
    boolean says = words.codePoints().anyMatch(Character::isLetterOrDigit);
    if (says) terms.add(new Term(kind, words, not));
    else if (!words.isBlank())
      notes.add("Signs without letters, such as “" + words + "”, are not looked for.");
  }
}
