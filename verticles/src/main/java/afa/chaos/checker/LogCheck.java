package afa.chaos.checker;

import afa.chaos.checker.Finding.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether log, archive and what was posted agree. */
final class LogCheck {
  private static final String LOG = "log";
  private static final String ARCHIVE = "archive";
  private static final String PUBLISHER = "publisher";

  private final Evidence evidence;
  private final Findings findings;
  private final Map<String, Entry> posts = new HashMap<>(); // by identity

  LogCheck(Evidence evidence, Findings findings) {
    this.evidence = evidence;
    this.findings = findings;
  }

  void check() {
    long expected = 0;
    for (Entry entry : evidence.log()) {
      expected++;
      if (entry.n() != expected) {
        findings.add(Kind.NUMBERS, LOG, entry.n() + " where " + expected + " belongs");
      }
      Entry other = entry.isPost() ? posts.putIfAbsent(entry.identity(), entry) : null;
      if (other != null) {
        findings.add(Kind.DOUBLED, LOG, other.n() + " and " + entry.n() + ": " + entry.identity());
      }
    }
    archive();
    evidence.posted().forEach(this::posted);
    foreign();
  }

  private void archive() {
    Map<Long, Entry> copies = new HashMap<>();
    for (Entry copy : evidence.archive()) {
      if (!copy.epoch().equals(evidence.epoch())) {
        findings.add(Kind.LIFE, ARCHIVE, "epoch " + copy.epoch() + " at " + copy.n());
      } else if (copies.put(copy.n(), copy) != null) {
        findings.add(Kind.ARCHIVE, ARCHIVE, copy.n() + " is there twice");
      }
    }
    for (Entry entry : evidence.log()) {
      Entry copy = copies.remove(entry.n());
      if (copy == null) findings.add(Kind.ARCHIVE, ARCHIVE, entry.n() + " is not there");
      else if (!same(copy, entry)) findings.add(Kind.ARCHIVE, ARCHIVE, entry.n() + " differs");
    }
    copies.keySet().forEach(n -> findings.add(Kind.ARCHIVE, ARCHIVE, n + " is too much"));
  }

  private static boolean same(Entry one, Entry other) {
    return one.type().equals(other.type())
        && one.target() == other.target()
        && one.content().equals(other.content());
  }

  private void posted(Posted post) {
    Entry entry = posts.get(post.identity());
    if (entry == null) {
      findings.add(Kind.LOST, PUBLISHER, post.identity() + " acknowledged at " + post.n());
    } else if (post.n() != 0 && post.n() != entry.n()) {
      String what = post.identity() + " at " + entry.n() + ", acknowledged at " + post.n();
      findings.add(Kind.MOVED, PUBLISHER, what);
    }
    if (post.n() != 0 && !post.epoch().equals(evidence.epoch())) {
      findings.add(Kind.LIFE, PUBLISHER, post.identity() + " in epoch " + post.epoch());
    }
  }

  /** What is told to come from the publisher must be its. */
  private void foreign() {
    List<Posted> posted = evidence.posted();
    Set<String> known = posted.stream().map(Posted::identity).collect(Collectors.toSet());
    Set<String> sources = new HashSet<>();
    posted.forEach(post -> sources.add(post.source() + ":"));
    posts.keySet().stream()
        .filter(identity -> sources.stream().anyMatch(identity::startsWith))
        .filter(identity -> !known.contains(identity))
        .forEach(identity -> findings.add(Kind.FOREIGN, LOG, identity + " was never sent"));
  }
}
