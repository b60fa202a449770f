package afa.site.report;

import afa.export.CsvTable;
import afa.feed.Post;
import afa.library.talk.TalkPost;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said as a table for spreadsheets (RFC 4180). */
final class ReportCsv {
  static final String HEAD = "n,postedAt,network,name,handle,text,url,photos\r\n";

  private ReportCsv() {}

  static String line(TalkPost each) {
    Post post = each.post();
    String photos =
        post.media().stream().map(media -> media.url()).collect(Collectors.joining(" "));
    return Stream.of(
                String.valueOf(each.n()),
                post.postedAt().toString(),
                post.source(),
                post.author().name(),
                post.author().handle(),
                post.text(),
                post.url(),
                photos)
            .map(ReportCsv::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** What a spreadsheet would run as a formula is marked as text. */
  private static String cell(@Nullable String value) {
    if (value == null) return "";
    String plain = CsvTable.harmless(value);
    boolean isQuoted = plain.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return isQuoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }
}
