package afa.placement;

import afa.feed.Post;
import afa.schedule.Schedule;
import afa.schedule.ScheduleDiff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places of the posts of an event, as they come and as the schedule changes. Holds all posts in
 * memory; used by one thread.
 */
public final class Placements {
  private final Map<String, Post> posts = new LinkedHashMap<>();
  private final Map<String, List<Placed>> computed = new HashMap<>();
  private final Map<String, String> previous = new HashMap<>(); // the author's post before
  private final Map<String, String> lastOf = new HashMap<>(); // by author
  private Placement placement;
  private Corrections corrections = Corrections.NONE;

  public Placements(Schedule schedule) {
    placement = Placement.into(schedule);
  }

  /** Places a post; posts come in the order in which they were said, edits again. */
  public List<Placed> add(Post post) {
    String identity = post.identity();
    if (posts.put(identity, post) == null) remember(identity, post);
    computed.put(identity, placement.place(post, context(post)));
    return of(identity);
  }

  private void remember(String identity, Post post) {
    String before = lastOf.put(Threads.author(post), identity);
    if (before != null) previous.put(identity, before);
  }

  /** Forgets a post that is gone, and all that it said. */
  public void remove(String identity) {
    Post post = posts.remove(identity);
    computed.remove(identity);
    String before = previous.remove(identity);
    if (post == null || !identity.equals(lastOf.get(Threads.author(post)))) return;
    if (before == null) lastOf.remove(Threads.author(post));
    else lastOf.put(Threads.author(post), before);
  }

  /** The post, unless it is unknown. */
  public Optional<Post> post(String identity) {
    return Optional.ofNullable(posts.get(identity));
  }

  /** All that are known, in the order in which they came. */
  public Set<String> identities() {
    return Collections.unmodifiableSet(posts.keySet());
  }

  /** Where a post is; the hallway when it is unknown. */
  public List<Placed> of(String identity) {
    List<Placed> places =
        computed.getOrDefault(identity, List.of(new Placed(Placed.HALLWAY, 1, List.of())));
    return corrections.over(identity, places);
  }

  /** Follows a new version of the schedule; the posts whose places it may change, placed anew. */
  public Set<String> follow(ScheduleDiff diff) {
    return follow(diff.adopted(), diff.changedTalks());
  }

  /**
   * The same where it is known already what is different.
   *
   * @param changed ids of the talks that are new, gone or not what they were
   */
  public Set<String> follow(Schedule schedule, Set<String> changed) {
    Placement next = Placement.into(schedule);
    Set<String> affected = affected(next, changed);
    placement = next;
    again(affected);
    return affected;
  }

  /**
   * The posts that a new version of the schedule concerns: those for which a changed talk was or is
   * a candidate, and those that go on from them.
   */
  public Set<String> affected(ScheduleDiff diff) {
    return affected(Placement.into(diff.adopted()), diff.changedTalks());
  }

  private Set<String> affected(Placement next, Set<String> changed) {
    Set<String> concerned = new HashSet<>();
    posts.forEach((identity, post) -> {
      Context context = context(post);
      boolean was = placement.candidates(post, context).stream().anyMatch(changed::contains);
      boolean is = next.candidates(post, context).stream().anyMatch(changed::contains);
      if (was || is) concerned.add(identity);
    });
    return withFollowers(concerned);
  }

  /** Takes over what organisers say; the posts that go on from what was corrected, placed anew. */
  public Set<String> correct(Corrections next) {
    Set<String> touched = new HashSet<>();
    for (String identity : posts.keySet()) {
      if (!corrections.of(identity).equals(next.of(identity))) touched.add(identity);
    }
    corrections = next;
    Set<String> affected = withFollowers(touched);
    again(affected);
    return affected;
  }

  public Corrections corrections() {
    return corrections;
  }

  private Set<String> withFollowers(Set<String> concerned) {
    Set<String> all = new HashSet<>(concerned);
    for (Post post : inOrder(posts.values())) {
      boolean follows = all.contains(Threads.parent(post))
          || all.contains(previous.getOrDefault(post.identity(), ""));
      if (follows) all.add(post.identity());
    }
    return all;
  }

  private void again(Set<String> identities) {
    List<Post> some = new ArrayList<>();
    identities.forEach(identity -> some.add(posts.get(identity)));
    for (Post post : inOrder(some)) {
      computed.put(post.identity(), placement.place(post, context(post)));
    }
  }

  private static List<Post> inOrder(Collection<Post> some) {
    return some.stream()
        .sorted(Comparator.comparing(Post::postedAt).thenComparing(Post::identity))
        .toList();
  }

  private Context context(Post post) {
    String parent = Threads.parent(post);
    List<Placed> answered = computed.containsKey(parent) ? of(parent) : List.of();
    String before = previous.getOrDefault(post.identity(), "");
    Post earlier = posts.get(before);
    if (earlier == null) return new Context(answered, List.of(), Duration.ZERO);
    Duration ago = Duration.between(earlier.postedAt(), post.postedAt()).abs();
    return new Context(answered, Threads.sits(ago) ? of(before) : List.of(), ago);
  }
}
