package afa.rehearsal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A network that remembers what was posted last, so that the control page can show it. */
final class LatestPosts implements Network {
  private static final int MOST = 5; // of each kind

  private final Network network;
  private final Deque<Latest> byHand = new ArrayDeque<>();
  private final Deque<Latest> played = new ArrayDeque<>();

  LatestPosts(Network network) {
    this.network = network;
  }

  /**
   * A post.
   *
   * @param byHand whether it was sent from the control page
   */
  record Latest(String id, String author, String text, boolean byHand) {}

  /** Those that are still there, those sent by hand first, then the newest first. */
  List<Latest> list() {
    List<Latest> all = new ArrayList<>(byHand);
    all.addAll(played);
    all.removeIf(post -> !network.has(post.id()));
    return all;
  }

  /** Posts something that a person at the control page wrote. */
  String sendByHand(Draft draft) {
    return keep(byHand, network.send(draft), draft, true);
  }

  @Override
  public String send(Draft draft) {
    return keep(played, network.send(draft), draft, false);
  }

  private static String keep(Deque<Latest> posts, String id, Draft draft, boolean isByHand) {
    if (draft.kind() == PostKind.REPOST) return id;
    String text = draft.title() == null ? draft.text() : draft.title();
    posts.addFirst(new Latest(id, draft.author(), text, isByHand));
    if (posts.size() > MOST) posts.removeLast();
    return id;
  }

  @Override
  public String remember(Draft draft, Instant at) {
    return network.remember(draft, at);
  }

  @Override
  public boolean has(String id) {
    return network.has(id);
  }

  @Override
  public String edit(String id, String text) {
    String newId = network.edit(id, text);
    replace(byHand, id, newId, text);
    replace(played, id, newId, text);
    return newId;
  }

  private static void replace(Deque<Latest> posts, String id, String newId, String text) {
    List<Latest> all = new ArrayList<>(posts);
    all.replaceAll(post ->
        post.id().equals(id) ? new Latest(newId, post.author(), text, post.byHand()) : post);
    posts.clear();
    posts.addAll(all);
  }

  @Override
  public void delete(String id) {
    network.delete(id);
  }
}
