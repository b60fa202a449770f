package afa.rehearsal.flickr;

import afa.rehearsal.Conference;
import afa.rehearsal.Ledger;
import afa.rehearsal.ScriptAuthor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All photos of the rehearsed Flickr, and its people. */
final class Album {
  private final Conference conference;
  private final TreeMap<Long, SimPhoto> photos = new TreeMap<>(); // ids grow with upload time
  private final Map<String, Map<Long, Instant>> pools = new HashMap<>();
  private final Map<String, ScriptAuthor> people = new HashMap<>(); // by nsid

  Album(Conference conference) {
    this.conference = conference;
    conference.authors().values().forEach(author -> people.put(nsid(author), author));
  }

  void put(SimPhoto photo) {
    photos.put(photo.id(), photo);
    if (photos.size() > Ledger.MOST_POSTS) photos.pollFirstEntry();
  }

  void remove(long id) {
    photos.remove(id);
  }

  int size() {
    return photos.size();
  }

  /** The photo of that id; null when there is none, or none any more. */
  SimPhoto find(String id) {
    return isId(id) ? photos.get(Long.parseLong(id)) : null;
  }

  /**
   * @throws IllegalArgumentException when there is no such photo
   */
  SimPhoto existing(String id) {
    SimPhoto photo = find(id);
    if (photo == null) throw new IllegalArgumentException("there is no photo " + id);
    return photo;
  }

  private static boolean isId(String text) {
    return text != null && text.matches("[0-9]{1,18}|[0-8][0-9]{18}");
  }

  /** Those that lists have by then and that are wanted, the oldest upload first. */
  List<SimPhoto> listed(Instant now, Predicate<SimPhoto> wanted) {
    List<SimPhoto> listed = new ArrayList<>();
    for (SimPhoto photo : photos.values()) {
      if (photo.isListed(now) && wanted.test(photo)) listed.add(photo);
    }
    return listed;
  }

  /** Puts a photo into a group's pool. */
  void addToPool(String group, SimPhoto photo, Instant at) {
    pools.computeIfAbsent(group, created -> new LinkedHashMap<>()).put(photo.id(), at);
  }

  /** When each photo came into a group's pool; null when there is no such group. */
  Map<Long, Instant> pool(String group) {
    return pools.get(group);
  }

  /** The person of that handle: one of the script's, or a stranger. */
  ScriptAuthor author(String handle) {
    ScriptAuthor author = conference.author(handle);
    people.put(nsid(author), author);
    return author;
  }

  /** The person of that id; somebody at least, for pictures outlive a run. */
  ScriptAuthor person(String nsid) {
    ScriptAuthor known = people.get(nsid);
    return known != null ? known : author(nsid);
  }

  boolean isOfTheScript(ScriptAuthor author) {
    return conference.authors().containsKey(author.handle());
  }

  /** Flickr's id of a person, the same in every run. */
  static String nsid(ScriptAuthor author) {
    return 10_000_000 + Math.floorMod(author.handle().hashCode(), 90_000_000) + "@N0"
        + Math.floorMod(author.handle().length(), 10);
  }
}
