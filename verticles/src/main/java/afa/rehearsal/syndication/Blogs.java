package afa.rehearsal.syndication;

import afa.rehearsal.Conference;
import afa.rehearsal.Draft;
import afa.rehearsal.Ledger;
import afa.rehearsal.ScriptAuthor;
import afa.rehearsal.SnowflakeIds;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** All blogs of the rehearsal. Several people write for each, always for the same one. */
final class Blogs {
  private final Conference conference;
  private final Ledger ledger = new Ledger();
  private final BlogWriter writer;
  private final Map<String, Blog> blogs = new LinkedHashMap<>();

  // Never from the seed: two runs must not give the same id to different articles.
  private final SnowflakeIds ids = new SnowflakeIds(new SecureRandom().nextInt(1024));

  Blogs(Conference conference, Random random, Instant now) {
    this.conference = conference;
    this.writer = new BlogWriter(conference, random);
    add(new Blog("harbour-lights", "Harbour lights", now));
    add(new Blog("loose-threads", "Loose threads", now));
    add(new Blog("row-nine", "Notes from row nine", now));
  }

  private void add(Blog blog) {
    blogs.put(blog.slug(), blog);
  }

  /** The blog of that name, null where there is none. */
  Blog named(String slug) {
    return blogs.get(slug);
  }

  Ledger ledger() {
    return ledger;
  }

  /** Publishes an article. */
  BlogEntry publish(Draft draft, Instant at, Instant now) {
    ScriptAuthor author = conference.author(draft.author());
    int chosen = Math.floorMod(author.handle().hashCode(), blogs.size());
    Blog blog = List.copyOf(blogs.values()).get(chosen);
    long number = ids.next(at);
    BlogEntry entry = new BlogEntry(
        "urn:inkwherry:" + blog.slug() + ":" + number,
        "/blogs/" + blog.slug() + "/" + number,
        author,
        writer.title(draft),
        writer.paragraphs(draft),
        draft.photos(),
        at,
        at);
    blog.add(entry, now);
    ledger.sent(entry.id(), entry.id(), at, true);
    return entry;
  }

  boolean has(String id) {
    return blogs.values().stream().anyMatch(blog -> blog.find(id) != null);
  }

  void edit(String id, String text, Instant now) {
    Blog blog = blogOf(id);
    blog.replace(blog.find(id).edited(writer.tagged(text), now), now);
    ledger.edited(id);
  }

  /** Somebody got a feed with that article. */
  void wasRead(BlogEntry entry) {
    Ledger.Entry known = ledger.entry(entry.id());
    if (known != null && known.streamed() == 0) ledger.streamed(entry.id());
  }

  /**
   * Takes an article away. No feed says so, which is why who has read it keeps it: for the ledger
   * only what nobody ever got is deleted.
   */
  void delete(String id, Instant now) {
    Blog blog = blogOf(id);
    blog.remove(blog.find(id), now);
    if (ledger.entry(id).streamed() == 0) ledger.deleted(id);
  }

  private Blog blogOf(String id) {
    return blogs.values().stream()
        .filter(blog -> blog.find(id) != null)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no post " + id));
  }
}
