package afa.site.report;

import afa.feed.FeedJson;
import afa.library.talk.TalkPost;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All that was said as a file, written a page at a time. */
enum ReportFile {
  /** A table for spreadsheets. */
  CSV("text/csv; charset=utf-8", ReportCsv.HEAD, "") {
    @Override
    String lines(List<TalkPost> posts, boolean isFirst) {
      return posts.stream().map(ReportCsv::line).collect(Collectors.joining());
    }
  },
  /** An array of posts, as they are told to programs. */
  JSON("application/json", "[", "]\n") {
    @Override
    String lines(List<TalkPost> posts, boolean isFirst) {
      if (posts.isEmpty()) return "";
      return posts.stream()
          .map(each -> FeedJson.encode(each.post()))
          .collect(Collectors.joining(",\n", isFirst ? "" : ",\n", ""));
    }
  };

  private final String type;
  private final String head;
  private final String tail;

  ReportFile(String type, String head, String tail) {
    this.type = type;
    this.head = head;
    this.tail = tail;
  }

  String type() {
    return type;
  }

  String head() {
    return head;
  }

  String tail() {
    return tail;
  }

  String file() {
    return "posts." + name().toLowerCase(Locale.ROOT);
  }

  abstract String lines(List<TalkPost> posts, boolean isFirst);
}
