package afa.chaos.checker;

import afa.chaos.checker.Finding.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was seen under each number, by anybody, ever. An entry may change in place, but only as an
 * appended amendment tells: into the content of a {@code revise} that is about it, or into a
 * tombstone when a {@code retract} is about it. A {@code revise} becomes a tombstone when a later
 * amendment is about the same entry.
 */
final class Contents {
  private static final String ALL = "readers and log";

  /** What stood under a number, without the time. */
  private record Version(String type, long target, String identity, String content) {}

  private final Map<Long, Set<Version>> seen = new TreeMap<>();
  private final Map<Long, Entry> log = new HashMap<>();
  private final Map<Long, Set<String>> revisions = new HashMap<>(); // contents, by target
  private final Map<Long, Long> amended = new HashMap<>(); // by target the last number about it
  private final Set<Long> retracted = new HashSet<>();
  private long lastAmendment;

  void saw(String who, Entry entry) {
    if (!entry.isEntry()) return;
    if (who.equals("log")) log.put(entry.n(), entry);
    Version version = new Version(entry.type(), entry.target(), entry.identity(), entry.content());
    if (!seen.computeIfAbsent(entry.n(), n -> new HashSet<>()).add(version)) return;
    if (entry.isRevision()) {
      revisions.computeIfAbsent(entry.target(), n -> new HashSet<>()).add(entry.content());
    }
    if (entry.isRetraction()) retracted.add(entry.target());
    if (entry.isRevision() || entry.isRetraction()) {
      amended.merge(entry.target(), entry.n(), Math::max);
      lastAmendment = Math.max(lastAmendment, entry.n());
    }
  }

  void judge(Findings findings) {
    seen.forEach((n, versions) -> {
      String wrong = wrong(n, versions);
      if (!wrong.isEmpty()) findings.add(Kind.CONTENT, ALL, n + " " + wrong);
    });
  }

  private String wrong(long n, Set<Version> versions) {
    Set<Version> whole = new HashSet<>(versions);
    boolean gone = whole.removeIf(version -> version.type().equals("gone"));
    if (whole.isEmpty()) return retracted.contains(n) || n < lastAmendment ? "" : "is gone";
    Version first = whole.iterator().next();
    if (whole.stream().anyMatch(other -> !samePlace(first, other))) return "is two things";
    if (first.type().equals("post")) return wrongPost(n, whole, gone);
    if (whole.size() > 1) return "has two contents";
    boolean superseded = amended.getOrDefault(first.target(), n) > n;
    return gone && !(first.type().equals("revise") && superseded) ? "is gone for no reason" : "";
  }

  private static boolean samePlace(Version one, Version other) {
    return one.type().equals(other.type())
        && one.target() == other.target()
        && one.identity().equals(other.identity());
  }

  private String wrongPost(long n, Set<Version> whole, boolean gone) {
    Set<String> edits = revisions.getOrDefault(n, Set.of());
    long originals =
        whole.stream().filter(version -> !edits.contains(version.content())).count();
    if (originals > 1) return "has contents that no edit tells of";
    if (gone && !retracted.contains(n)) return "is gone for no reason";
    Entry last = log.get(n);
    if (last != null && retracted.contains(n) && !last.isGone()) return "was retracted and stands";
    return "";
  }
}
