package afa.rehearsal.x;

import afa.rehearsal.Conference;
import afa.rehearsal.Draft;
import afa.rehearsal.Ledger;
import afa.rehearsal.PostKind;
import afa.rehearsal.ScriptAuthor;
import afa.rehearsal.SentPost;
import afa.rehearsal.SnowflakeIds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All posts of the rehearsed X that can be looked up or searched, and the rules of the stream. */
final class XNetwork {
  private final Conference conference;
  private final SnowflakeIds ids;
  private final Ledger ledger;
  private final boolean searchReposts;
  private final InstantSource clock;
  private final TreeMap<Long, SentPost> posts = new TreeMap<>();
  private final RuleBook rules = new RuleBook();
  private final Map<Long, Boolean> wanted = new HashMap<>(); // what the rules of now say of a post
  private long judgedBy; // version of the rules that said so

  XNetwork(
      Conference conference,
      SnowflakeIds ids,
      Ledger ledger,
      boolean searchReposts,
      InstantSource clock) {
    this.conference = conference;
    this.ids = ids;
    this.ledger = ledger;
    this.searchReposts = searchReposts;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  RuleBook rules() {
    return rules;
  }

  Ledger ledger() {
    return ledger;
  }

  /**
   * A new post.
   *
   * @param at when, not before the last one
   * @throws IllegalArgumentException when it refers to a post that is not there
   */
  SentPost post(Draft draft, Instant at) {
    SentPost of = draft.of() == null ? null : existing(draft.of());
    long id = ids.next(at);
    SentPost post = new SentPost(
        id,
        author(draft.author()),
        draft.text(),
        draft.lang(),
        draft.kind(),
        of,
        draft.photos(),
        List.of(id),
        at);
    return keep(post);
  }

  /** A new version of a post, which at X is a post with a new id and the same history. */
  SentPost edit(String id, String text) {
    SentPost was = existing(id);
    long newId = ids.next(now());
    List<Long> history = new ArrayList<>(was.history());
    history.add(newId);
    was.history().forEach(old -> posts.computeIfPresent(old, (key, it) -> it.withHistory(history)));
    return keep(new SentPost(
        newId,
        was.author(),
        text,
        was.lang(),
        was.kind(),
        was.of(),
        was.photos(),
        history,
        was.postedAt()));
  }

  /** Takes a post away with all its versions. */
  void delete(String id) {
    long first = existing(id).history().get(0);
    List<SentPost> gone =
        posts.values().stream().filter(post -> isGoneWith(post, first)).toList();
    for (SentPost post : gone) {
      posts.remove(post.id());
      ledger.deleted(post.key());
    }
  }

  /** Reposts go with what they pass on. */
  private static boolean isGoneWith(SentPost post, long first) {
    boolean passesOn = post.kind() == PostKind.REPOST && post.of().history().get(0) == first;
    return passesOn || post.history().get(0) == first;
  }

  private SentPost keep(SentPost post) {
    posts.put(post.id(), post);
    if (posts.size() > Ledger.MOST_POSTS) wanted.remove(posts.pollFirstEntry().getKey());
    ledger.sent(
        post.key(), Long.toString(post.history().get(0)), post.postedAt(), isSearchable(post));
    return post;
  }

  /** Since May 2026 X's search no longer gives reposts, while its stream does. */
  boolean isSearchable(SentPost post) {
    return searchReposts || post.kind() != PostKind.REPOST;
  }

  /** Whether a post is there and a rule asks for it; each is judged once. */
  boolean isWanted(long id) {
    if (judgedBy != rules.version()) wanted.clear();
    judgedBy = rules.version();
    SentPost post = posts.get(id);
    return post != null
        && wanted.computeIfAbsent(id, key -> !rules.matching(post).isEmpty());
  }

  /** The post of that id; null when there is none, or none any more. */
  SentPost find(long id) {
    return posts.get(id);
  }

  private SentPost existing(String id) {
    SentPost post = isId(id) ? posts.get(Long.parseLong(id)) : null;
    if (post == null) throw new IllegalArgumentException("there is no post " + id);
    return post;
  }

  /** Whether a text is an id: up to 19 digits that fit 63 bits. */
  static boolean isId(String text) {
    return text.matches("[0-9]{1,18}|[0-8][0-9]{18}");
  }

  /** Posts with ids from {@code after} to {@code before}, both excluded, newest first. */
  Iterable<SentPost> newestFirst(long after, long before) {
    return before <= after + 1
        ? List.of()
        : posts.subMap(after, false, before, false).descendingMap().values();
  }

  /** The author of that handle: one of the script's, or a stranger. */
  ScriptAuthor author(String handle) {
    ScriptAuthor known = conference.authors().get(handle);
    int hue = (int) (Hash.number(handle) % 360);
    return known != null ? known : new ScriptAuthor(handle, handle, "en", "", hue);
  }

  Conference conference() {
    return conference;
  }
}
