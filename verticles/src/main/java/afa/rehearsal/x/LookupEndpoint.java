package afa.rehearsal.x;

import afa.rehearsal.SentPost;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code GET /2/tweets} and {@code GET /2/users/by}: what is still there. */
final class LookupEndpoint {
  private static final int MOST = 100;

  private final XDesk desk;
  private final XNetwork network;
  private final Replies replies;
  private final String publicUrl;

  LookupEndpoint(XDesk desk, String publicUrl) {
    this.desk = desk;
    this.network = desk.network();
    this.replies = desk.replies();
    this.publicUrl = publicUrl;
  }

  void posts(RoutingContext context) {
    List<String> ids = values(context, "ids");
    if (ids.isEmpty() || ids.size() > MOST || !ids.stream().allMatch(XNetwork::isId)) {
      refuse(context, "ids");
      return;
    }
    Answer answer = new Answer(desk.posts(), Selection.of(context.queryParams()));
    JsonArray errors = new JsonArray();
    for (String id : ids) {
      SentPost post = network.find(Long.parseLong(id));
      if (post == null) errors.add(Problems.notFound("tweet", "ids", id));
      else if (desk.posts().isProtected(post)) errors.add(Problems.notAuthorized(id));
      else answer.add(post);
    }
    desk.bills().add(answer.read(), network.now());
    JsonObject page = answer.page();
    replies.ok(context.response(), errors.isEmpty() ? page : page.put("errors", errors));
  }

  void users(RoutingContext context) {
    List<String> handles = values(context, "usernames");
    if (handles.isEmpty() || handles.size() > MOST) {
      refuse(context, "usernames");
      return;
    }
    Selection selection = Selection.of(context.queryParams());
    JsonArray data = new JsonArray();
    JsonArray errors = new JsonArray();
    for (String handle : handles) {
      var author = network.conference().authors().get(handle);
      if (author != null) data.add(selection.ofUser(XUsers.json(author, publicUrl)));
      else errors.add(Problems.notFound("user", "usernames", handle));
    }
    JsonObject answer = new JsonObject();
    if (!data.isEmpty()) answer.put("data", data);
    if (!errors.isEmpty()) answer.put("errors", errors);
    replies.ok(context.response(), answer);
  }

  private void refuse(RoutingContext context, String parameter) {
    String message = "'" + parameter + "' must hold 1 to " + MOST + " of them";
    JsonObject problem =
        Problems.invalidRequest(parameter, context.request().getParam(parameter), message);
    replies.problem(context.response(), 400, problem);
  }

  private static List<String> values(RoutingContext context, String name) {
    String value = context.request().getParam(name);
    return value == null || value.isEmpty() ? List.of() : List.of(value.split(",", -1));
  }
}
