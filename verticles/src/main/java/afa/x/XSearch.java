package afa.x;

import afa.feed.Post;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One look for everything that was posted since a time, rule by rule, page by page. A rule at a time
 * is asked for: one that search does not know must not spoil the others.
 */
final class XSearch {
  /** Longest query of a pay-per-use app. */
  private static final int MOST_QUERY = 512;

  /** X keeps posts findable for seven days; a little less, as clocks differ. */
  private static final Duration REACH = Duration.ofDays(7).minusMinutes(5);

  /**
   * What was found.
   *
   * @param posts oldest first; one that matches two rules twice
   * @param missing sentences about what could not be fetched and never will be
   */
  record Found(List<Post> posts, List<String> missing) {
    Found {
      posts = List.copyOf(posts);
      missing = List.copyOf(missing);
    }
  }

  private final XClient client;
  private final XIntake intake;
  private final XBudget budget;
  private final Instant from;
  private final List<Post> posts = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private int pagesLeft;

  /**
   * @param from the oldest wanted
   * @param pages most pages, those that are the first of their rule not counted
   */
  XSearch(XClient client, XIntake intake, XBudget budget, Instant from, int pages) {
    this.client = client;
    this.intake = intake;
    this.budget = budget;
    this.pagesLeft = pages;
    Instant reach = client.now().minus(REACH);
    this.from = from.isBefore(reach) ? reach : from;
    if (from.isBefore(reach)) missing.add("posts from " + from + " to " + reach + " are too old");
  }

  /** Fails with {@link XFailure} when it is worth trying again; the cursor must then stay. */
  Future<Found> run(List<String> rules) {
    Future<Void> all = Future.succeededFuture();
    for (String rule : rules) all = all.compose(done -> rule(rule));
    return all.map(done -> found());
  }

  /** What was found so far, also of a search that failed. */
  Found found() {
    // Ids of X grow with time, and longer numbers are larger.
    posts.sort(Comparator.comparingInt((Post p) -> p.id().length()).thenComparing(Post::id));
    return new Found(posts, missing);
  }

  private Future<Void> rule(String rule) {
    if (rule.length() > MOST_QUERY) {
      missing.add("a rule of more than " + MOST_QUERY + " characters cannot be searched for");
      return Future.succeededFuture();
    }
    return page(rule, "").recover(failure -> {
      XProblem problem = XFailure.problem(failure);
      boolean never =
          problem.kind() == XProblem.Kind.BAD_REQUEST || problem.kind() == XProblem.Kind.FORBIDDEN;
      if (!never) return Future.failedFuture(failure);
      missing.add("a search is refused: " + problem.sentence());
      return Future.succeededFuture();
    });
  }

  private Future<Void> page(String rule, String token) {
    if (budget.isSpent(client.now())) {
      return Future.failedFuture(new XFailure(budget.problem(client.now())));
    }
    return client.search(rule, from, token).compose(page -> {
      read(page);
      String next = XJson.text(page.path("meta"), "next_token");
      if (next.isEmpty()) return Future.succeededFuture();
      if (pagesLeft-- > 0) return page(rule, next);
      missing.add("more posts since " + from + " than a search may read");
      return Future.succeededFuture();
    });
  }

  private void read(JsonNode page) {
    XIncludes includes = new XIncludes(page);
    Instant now = Instant.now();
    for (JsonNode data : page.path("data")) {
      XLine line = XPostParser.post(data, includes, now);
      intake.take(line, client.now()).ifPresent(posts::add);
    }
  }
}
