package afa.site;

import java.util.List;

/**
 * Posts that stand within a card, and the line they stand behind: "Ada, Bo and 3 more".
 *
 * @param names those that the line names, each once
 * @param more how many others there are
 */
public record FoldedList(List<FoldedView> posts, List<String> names, int more) {
  private static final int NAMED = 2;

  static FoldedList reposts(List<FoldedView> posts) {
    return named(posts, posts.stream().map(FoldedView::author).distinct().toList());
  }

  static FoldedList also(List<FoldedView> posts) {
    return named(posts, posts.stream().map(FoldedView::source).distinct().toList());
  }

  private static FoldedList named(List<FoldedView> posts, List<String> all) {
    int count = Math.min(NAMED, all.size());
    return new FoldedList(posts, all.subList(0, count), all.size() - count);
  }
}
