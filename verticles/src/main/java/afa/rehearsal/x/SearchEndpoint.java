package afa.rehearsal.x;

import afa.rehearsal.SentPost;
import afa.rehearsal.x.RuleParser.SyntaxError;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;

/** {@code GET /2/tweets/search/recent}: the last 7 days without the last half minute. */
final class SearchEndpoint {
  private final XDesk desk;
  private final XNetwork network;
  private final Replies replies;
  private final Duration delay;

  SearchEndpoint(XDesk desk, Duration delay) {
    this.desk = desk;
    this.network = desk.network();
    this.replies = desk.replies();
    this.delay = delay;
  }

  void recent(RoutingContext context) {
    try {
      Instant now = network.now();
      SearchRequest request = SearchRequest.read(context.queryParams(), now, now.minus(delay));
      replies.ok(context.response(), page(request, Selection.of(context.queryParams())));
    } catch (SearchRequest.Refused refused) {
      replies.problem(context.response(), 400, refused.problem());
    } catch (SyntaxError error) {
      String query = context.request().getParam("query");
      JsonObject problem = Problems.invalidRequest("query", query, error.getMessage());
      replies.problem(context.response(), 400, problem);
    }
  }

  private JsonObject page(SearchRequest request, Selection selection) {
    Answer answer = new Answer(desk.posts(), selection);
    JsonObject meta = new JsonObject();
    int count = 0;
    long oldest = 0;
    for (SentPost post : network.newestFirst(request.after(), request.before())) {
      if (!isFound(post, request)) continue;
      if (count == request.most()) {
        meta.put("next_token", SearchRequest.token(oldest));
        break;
      }
      if (count == 0) meta.put("newest_id", post.key());
      oldest = post.id();
      answer.add(post);
      count++;
    }
    if (count > 0) meta.put("oldest_id", Long.toString(oldest));
    desk.bills().add(answer.read(), network.now());
    return answer.page().put("meta", meta.put("result_count", count));
  }

  private boolean isFound(SentPost post, SearchRequest request) {
    return network.isSearchable(post)
        && !desk.posts().isProtected(post)
        && request.query().matches(PostFacts.of(post));
  }
}
