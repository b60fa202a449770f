package afa.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who posts where: divides the script among the networks. A conversation happens where its first
 * post was made, which is where its author is at home, as whoever answers goes there.
 */
final class Casting {
  private final Conference conference;
  private final List<String> conversing;
  private final List<String> all;
  private final Map<String, ScriptPost> script = new HashMap<>();

  /** @param networks those that are rehearsed */
  Casting(Conference conference, List<RehearsedNetwork> networks) {
    this.conference = conference;
    this.all = networks.stream().map(RehearsedNetwork::name).toList();
    this.conversing = networks.stream()
        .filter(RehearsedNetwork::conversing)
        .map(RehearsedNetwork::name)
        .toList();
    conference.posts().forEach(post -> script.put(post.key(), post));
  }

  /** What is played on a network, by whom; the talks are the same everywhere. */
  Conference on(String network) {
    List<ScriptPost> posts = new ArrayList<>();
    for (ScriptPost post : conference.posts()) {
      if (network.equals(stage(post))) posts.add(post);
    }
    Map<String, ScriptAuthor> authors = new TreeMap<>();
    for (ScriptAuthor author : conference.authors().values()) {
      if (homes(author).contains(network)) authors.put(author.handle(), author);
    }
    posts.forEach(post -> authors.put(post.author(), conference.author(post.author())));
    return new Conference(authors, conference.talks(), posts);
  }

  /** The networks of that author that are rehearsed, the usual one first. */
  List<String> homes(ScriptAuthor author) {
    return author.homes().stream().filter(all::contains).toList();
  }

  private String stage(ScriptPost post) {
    if (post.on() != null) return post.on();
    ScriptPost first = post;
    while (first.of() != null) first = script.get(first.of());
    ScriptAuthor author = conference.author(first.author());
    if (conversing.isEmpty()) return null;
    int elsewhere = Math.floorMod(author.handle().hashCode(), conversing.size());
    return author.homes().stream()
        .filter(conversing::contains)
        .findFirst()
        .orElse(conversing.get(elsewhere));
  }
}
