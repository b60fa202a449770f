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
 * One look for everything that was posted since a time, rule by rule, page by page, newest first. A
 * rule at a time is asked for: one that search does not know must not spoil the others.
 */
final class XSearch {
  /** Fewest posts of a page, says X. */
  static final int LEAST_PAGE = 10;

  static final int MOST_PAGE = 100;

  /** With a post come at most the one it answers and the one it quotes. */
  private static final int COST = 3;

  /** What the smallest page may cost. */
  static final int LEAST_COST = COST * LEAST_PAGE;

  /** Longest query of a pay-per-use app. */
  private static final int MOST_QUERY = 512;

  /** X keeps posts findable for seven days; a little less, as clocks differ. */
  private static final Duration REACH = Duration.ofDays(7).minusMinutes(5);

  /** What a search works with. */
  record Parts(XClient client, XIntake intake, XBudget budget, XPurse purse) {}

  /**
   * How much may be read.
   *
   * @param pages those that are the first of their rule not counted
   */
  record Bounds(int pages, long posts) {}

  /**
   * What was found.
   *
   * @param taken oldest first; a post that matches two rules twice
   * @param missing sentences about what could not be fetched and never will be
   * @param since from when on nothing is missing; null when that is nowhere
   */
  record Found(XTaken taken, List<String> missing, Instant since) {
    Found {
      missing = List.copyOf(missing);
    }
  }

  private final Parts parts;
  private final Instant from;
  private final List<Post> posts = new ArrayList<>();
  private final List<String> retracted = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private Instant since;
  private int pagesLeft;
  private long postsLeft;

  /**
   * @param from the oldest wanted
   */
  XSearch(Parts parts, Instant from, Bounds bounds) {
    this.parts = parts;
    this.pagesLeft = bounds.pages();
    this.postsLeft = bounds.posts();
    Instant reach = parts.client().now().minus(REACH);
    this.from = from.isBefore(reach) ? reach : from;
    this.since = this.from;
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
    posts.sort(Comparator.comparingInt((Post p) -> p.id().length())
        .thenComparing(Post::id)
        .thenComparing(p -> p.version() == null ? "" : p.version()));
    return new Found(new XTaken(posts, retracted), missing, since);
  }

  private Future<Void> rule(String rule) {
    if (rule.length() > MOST_QUERY) {
      return lost("a rule of more than " + MOST_QUERY + " characters cannot be searched for", null);
    }
    return page(rule, "").recover(failure -> {
      XProblem problem = XFailure.problem(failure);
      boolean never =
          problem.kind() == XProblem.Kind.BAD_REQUEST || problem.kind() == XProblem.Kind.FORBIDDEN;
      if (!never) return Future.failedFuture(failure);
      return lost("a search is refused: " + problem.sentence(), null);
    });
  }

  private Future<Void> lost(String sentence, Instant reached) {
    missing.add(sentence);
    boolean isLater = since != null && (reached == null || reached.isAfter(since));
    if (isLater) since = reached;
    return Future.succeededFuture();
  }

  private Future<Void> page(String rule, String token) {
    Instant now = parts.client().now();
    long affordable = parts.budget().free(now) / COST;
    if (affordable < LEAST_PAGE) {
      return Future.failedFuture(new XFailure(parts.budget().problem(now)));
    }
    long most = Math.min(parts.budget().page(), affordable);
    int size = (int) Math.min(most, Math.max(LEAST_PAGE, postsLeft));
    return parts
        .purse()
        .paying((long) COST * size, () -> ask(new XQuery(rule, from, token, size)))
        .compose(page -> next(rule, page));
  }

  private Future<JsonNode> ask(XQuery query) {
    return parts.client().search(query).onSuccess(this::read);
  }

  private void read(JsonNode page) {
    XTaken taken = parts.intake().page(page, parts.client().now());
    posts.addAll(taken.posts());
    retracted.addAll(taken.retracted());
    postsLeft -= page.path("data").size();
  }

  private Future<Void> next(String rule, JsonNode page) {
    String next = XJson.text(page.path("meta"), "next_token");
    if (next.isEmpty()) return Future.succeededFuture();
    if (pagesLeft-- > 0 && postsLeft > 0) return page(rule, next);
    return lost("more posts since " + from + " than a search may read", oldest(page));
  }

  private static Instant oldest(JsonNode page) {
    JsonNode data = page.path("data");
    return XPostParser.created(data.path(data.size() - 1));
  }
}
