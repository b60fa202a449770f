package afa.bluesky;

import afa.feed.Post;
import afa.source.Displayed;
import afa.source.SourceContext;
import afa.source.SourceReader;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few minutes whether what is on display is still there and may still be shown: what
 * moderators take down or label does not come over Jetstream. A post must be missing twice in a row,
 * for the network's index may be behind its stream.
 */
final class DisplayCheck implements SourceReader {
  private static final Logger log = LoggerFactory.getLogger(DisplayCheck.class);

  /** Eight requests; older posts are hardly on a screen any more. */
  private static final int MOST_CHECKED = 8 * Batcher.MOST;

  private final SourceContext context;
  private final AppView appView;
  private final Displayed displayed;
  private final Shelf shelf;
  private final Duration every;
  private Set<String> missing = new HashSet<>(); // at the last check
  private long timer = -1;
  private boolean checking;

  DisplayCheck(
      SourceContext context, AppView appView, Displayed displayed, Shelf shelf, Duration every) {
    this.context = context;
    this.appView = appView;
    this.displayed = displayed;
    this.shelf = shelf;
    this.every = every;
  }

  /** Begins with what earlier runs have put on display, to know whose posts are there. */
  @Override
  public void start() {
    timer = context.vertx().setPeriodic(Math.max(1, every.toMillis()), tick -> check());
    newest();
  }

  @Override
  public Future<Void> stop() {
    context.vertx().cancelTimer(timer);
    return Future.succeededFuture();
  }

  private Future<List<Post>> newest() {
    return displayed.newest().map(shown -> {
      List<Post> posts = shown.stream().map(Displayed.Shown::post).toList();
      posts.forEach(post -> shelf.add(post.id()));
      return posts;
    });
  }

  private void check() {
    if (checking) return;
    checking = true;
    newest()
        .compose(posts -> check(posts.subList(0, Math.min(MOST_CHECKED, posts.size()))))
        .onFailure(away -> log.debug("Not checked: event={}", context.event(), away))
        .onComplete(done -> checking = false);
  }

  private Future<Void> check(List<Post> posts) {
    Set<String> stillMissing = new HashSet<>();
    List<String> gone = new ArrayList<>();
    return page(posts, 0, stillMissing, gone).onSuccess(done -> {
      missing = stillMissing;
      if (!gone.isEmpty()) context.bring(List.of(), gone, null);
    });
  }

  /** A request that fails says nothing of its posts, and ends the check. */
  private Future<Void> page(List<Post> posts, int from, Set<String> absent, List<String> gone) {
    if (from >= posts.size()) return Future.succeededFuture();
    List<Post> page = posts.subList(from, Math.min(from + Batcher.MOST, posts.size()));
    return appView.posts(page.stream().map(Post::id).toList()).compose(views -> {
      for (Post post : page) judge(post, views, absent, gone);
      return page(posts, from + Batcher.MOST, absent, gone);
    });
  }

  private void judge(
      Post post, Map<String, JsonNode> views, Set<String> absent, List<String> gone) {
    JsonNode view = views.get(post.id());
    boolean isGone = view == null ? missing.contains(post.id()) : mustHide(post, view);
    if (view == null) absent.add(post.id());
    if (isGone) gone.add(post.identity());
  }

  /** A warning that the post has already is no news. */
  private static boolean mustHide(Post post, JsonNode view) {
    Labels labels = Labels.ofView(view);
    Labels author = Labels.ofView(view.path("author"));
    boolean hidden = labels.reasonToHide().isPresent() || author.reasonToHide().isPresent();
    return hidden || (post.warning() == null && labels.warning().isPresent());
  }
}
