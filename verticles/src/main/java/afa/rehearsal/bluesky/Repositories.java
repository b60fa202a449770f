package afa.rehearsal.bluesky;

import afa.rehearsal.Draft;
import afa.rehearsal.Ledger;
import afa.rehearsal.Network;
import afa.rehearsal.PostKind;
import afa.rehearsal.RehearsedEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** All records of the rehearsed Bluesky, and what is done to them. */
final class Repositories implements Network {
  private final InstantSource clock;
  private final Skyline accounts;
  private final Firehose firehose;
  private final Ledger ledger;
  private final int clockId;
  private final Map<String, Skeet> posts = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Skeet> eldest) {
      return size() > Ledger.MOST_POSTS;
    }
  };

  /** @param random gives the part of keys that is not time */
  Repositories(
      InstantSource clock, Skyline accounts, Firehose firehose, Ledger ledger, Random random) {
    this.clock = clock;
    this.accounts = accounts;
    this.firehose = firehose;
    this.ledger = ledger;
    this.clockId = random.nextInt(1024);
  }

  @Override
  public String send(Draft draft) {
    FirehoseEvent event = create(draft, firehose.nextUs());
    firehose.publish(event);
    return uri(event);
  }

  @Override
  public String remember(Draft draft, Instant at) {
    FirehoseEvent event = create(draft, firehose.nextUs(at));
    firehose.remember(event);
    return uri(event);
  }

  private static String uri(FirehoseEvent event) {
    return "at://" + event.did() + "/" + event.body().getString("collection") + "/"
        + event.body().getString("rkey");
  }

  /** A repost is a record of its own, which those do not see who listen to posts alone. */
  private FirehoseEvent create(Draft draft, long timeUs) {
    Instant at = Instant.ofEpochMilli(timeUs / 1_000);
    String did = accounts.did(draft.author());
    Skeet of = draft.of() == null ? null : existing(draft.of());
    if (draft.kind() == PostKind.REPOST) {
      JsonObject record = Records.reaction(Records.REPOST, of.reference(), at);
      return commit(timeUs, did, "create", Records.REPOST, Names.tid(timeUs, clockId), record);
    }
    Draft tagged = tagged(draft);
    String rkey = Names.tid(timeUs, clockId);
    String uri = "at://" + did + "/" + Records.POST + "/" + rkey;
    JsonObject record = Records.post(tagged, of, at);
    keep(uri, tagged, record, of, at);
    ledger.sent(uri, uri, at, true);
    return commit(timeUs, did, "create", Records.POST, rkey, record);
  }

  private void keep(String uri, Draft draft, JsonObject record, Skeet of, Instant at) {
    String cid = Names.cid(uri + record.encode());
    JsonObject self = new JsonObject().put("cid", cid).put("uri", uri);
    JsonObject root = draft.kind() == PostKind.REPLY && of != null ? of.root() : self;
    posts.put(uri, new Skeet(uri, cid, draft, record, root, at));
  }

  /** By the tag alone a post is found. */
  private static Draft tagged(Draft draft) {
    boolean has = draft.text().toLowerCase(Locale.ROOT).contains(RehearsedEvent.RULE);
    String text = has ? draft.text() : (draft.text() + " " + RehearsedEvent.RULE).strip();
    return new Draft(draft.author(), text, draft.lang(), draft.kind(), draft.of(), draft.photos());
  }

  private FirehoseEvent commit(
      long timeUs,
      String did,
      String operation,
      String collection,
      String rkey,
      JsonObject record) {
    JsonObject body = new JsonObject()
        .put("rev", Names.tid(timeUs, clockId))
        .put("operation", operation)
        .put("collection", collection)
        .put("rkey", rkey);
    boolean isPost = collection.equals(Records.POST);
    String uri = "at://" + did + "/" + collection + "/" + rkey;
    if (record != null) body.put("record", record).put("cid", Names.cid(uri + record.encode()));
    boolean counts = isPost && operation.equals("create") && posts.containsKey(uri);
    return new FirehoseEvent(timeUs, firehose.nextSeq(), did, "commit", body, counts ? uri : null);
  }

  @Override
  public boolean has(String id) {
    return posts.containsKey(id);
  }

  /** The post of that address; null when there is none, or its author's account is gone. */
  Skeet find(String uri) {
    Skeet post = posts.get(uri);
    return post == null || !accounts.isActive(post.did()) ? null : post;
  }

  private Skeet existing(String id) {
    Skeet post = posts.get(id);
    if (post == null) throw new IllegalArgumentException("there is no post " + id);
    return post;
  }

  /** Bluesky's own app cannot, but other programs write the record anew. */
  @Override
  public String edit(String id, String text) {
    Skeet was = existing(id);
    Draft old = was.draft();
    Draft draft =
        tagged(new Draft(old.author(), text, old.lang(), old.kind(), old.of(), old.photos()));
    rewrite(was, draft);
    ledger.edited(id);
    return id;
  }

  /** Writes a record anew without the tag, so that it is nobody's of ours any more. */
  void untag(String id) {
    Skeet was = existing(id);
    rewrite(was, Draft.post(was.draft().author(), "about something else now"));
  }

  private void rewrite(Skeet was, Draft draft) {
    Skeet of = draft.of() == null ? null : posts.get(draft.of());
    boolean orphan = of == null && draft.kind() != PostKind.POST;
    Draft kept =
        orphan ? Draft.post(draft.author(), draft.text()).withPhotos(draft.photos()) : draft;
    JsonObject record = Records.post(kept, of, was.postedAt());
    keep(was.uri(), kept, record, of, was.postedAt());
    firehose.publish(
        commit(firehose.nextUs(), was.did(), "update", Records.POST, was.rkey(), record));
  }

  @Override
  public void delete(String id) {
    Skeet post = existing(id);
    forget(post);
    firehose.publish(
        commit(firehose.nextUs(), post.did(), "delete", Records.POST, post.rkey(), null));
  }

  /** Takes a post away without a word on the firehose, as moderators do. */
  void takeDown(String id) {
    forget(existing(id));
  }

  private void forget(Skeet post) {
    posts.remove(post.uri());
    ledger.deleted(post.uri());
  }

  /** An account is deactivated: all its posts are out of sight. */
  void deactivate(String handle) {
    String did = accounts.did(handle);
    accounts.active(did, false);
    List<Skeet> theirs =
        posts.values().stream().filter(post -> post.did().equals(did)).toList();
    theirs.forEach(this::forget);
    account(did, "deactivated");
  }

  /** Says how an account is. */
  void account(String did, String status) {
    JsonObject body = body(did).put("active", accounts.isActive(did));
    if (!accounts.isActive(did)) body.put("status", status);
    publish(did, "account", body);
  }

  /** Says that an account may be called otherwise. */
  void identity(String did) {
    publish(did, "identity", body(did));
  }

  private void publish(String did, String kind, JsonObject body) {
    firehose.publish(
        new FirehoseEvent(firehose.nextUs(), firehose.nextSeq(), did, kind, body, null));
  }

  private JsonObject body(String did) {
    return new JsonObject()
        .put("did", did)
        .put("seq", firehose.nextSeq())
        .put("time", Records.time(clock.instant()));
  }

  /** A record that no reader of ours wants; kept for replays now and then. */
  void foreign(String did, String operation, String collection, JsonObject record, boolean kept) {
    long timeUs = firehose.nextUs();
    FirehoseEvent event =
        commit(timeUs, did, operation, collection, Names.tid(timeUs, clockId), record);
    if (kept) firehose.publish(event);
    else firehose.deliver(event);
  }
}
