package afa.export;

import afa.database.PgText;
import afa.feed.Link;
import afa.feed.Media;
import afa.feed.Post;
import afa.library.ExportedPost;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * A post a row, for spreadsheets (RFC 4180). What a spreadsheet would calculate has an apostrophe
 * before it.
 */
public final class CsvTable implements Table {
  /** In the order of the columns; docs/protocol.md says what is in each. */
  static final List<String> COLUMNS = List.of(
      "n",
      "source",
      "id",
      "url",
      "postedAt",
      "receivedAt",
      "authorName",
      "authorHandle",
      "authorUrl",
      "text",
      "lang",
      "repostOf",
      "quoteOf",
      "replyTo",
      "edited",
      "warning",
      "links",
      "media",
      "talks");

  /** Also as they are written in texts of East Asia, which some spreadsheets take for the same. */
  private static final String CALCULATES = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  @Override
  public String head() {
    return row(COLUMNS);
  }

  @Override
  public String lines(List<ExportedPost> posts) {
    return posts.stream().map(CsvTable::row).collect(Collectors.joining());
  }

  private static String row(ExportedPost kept) {
    return kept.post().map(post -> row(cells(kept, post))).orElse("");
  }

  private static List<String> cells(ExportedPost kept, Post post) {
    return Stream.of(
            Long.toString(kept.n()),
            post.source(),
            post.id(),
            post.url(),
            post.postedAt().toString(),
            post.receivedAt().toString(),
            post.author().name(),
            post.author().handle(),
            post.author().url(),
            post.text(),
            post.lang(),
            post.repostOf(),
            post.quoteOf(),
            post.replyTo(),
            post.edited() ? "yes" : "",
            post.warning(),
            addresses(post.links().stream().map(Link::url)),
            addresses(post.media().stream().map(Media::url)),
            String.join(" ", kept.talks()))
        .map(CsvTable::harmless)
        .toList();
  }

  private static String addresses(Stream<String> addresses) {
    return addresses.distinct().collect(Collectors.joining(" "));
  }

  /** Spreadsheets look past white space and what is not shown. */
  public static String harmless(@Nullable String cell) {
    if (cell == null) return "";
    String plain = PgText.column(cell);
    int first = 0;
    while (first < plain.length() && isSkipped(plain.charAt(first))) first++;
    boolean calculates = first < plain.length() && CALCULATES.indexOf(plain.charAt(first)) >= 0;
    return calculates ? "'" + plain : plain;
  }

  private static boolean isSkipped(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static String row(List<String> cells) {
    return CSVFormat.RFC4180.format(cells.toArray()) + "\r\n";
  }

  @Override
  public String type() {
    return "text/csv; charset=utf-8; header=present";
  }

  @Override
  public String extension() {
    return "csv";
  }
}
