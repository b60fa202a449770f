package afa.placement;

import afa.feed.Post;
import afa.placement.Reason.Kind;
import afa.schedule.Schedule;
import afa.schedule.Talk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which talks a post is about. Every sign adds to the odds of a talk (as logarithms, so
 * that they add up), against the odds that it is about none; docs/decisions/0010 has the reasons.
 * Immutable and without clock: another schedule needs another placement.
 */
public final class Placement {
  private static final double ANSWER = 3.2;
  private static final double BEFORE = 1.3;
  private static final double WORDS = 0.95;
  private static final double MOST_WORDS = 6;

  /** From there on a post is placed in the talk. */
  private static final double SURE = 0.5;

  /** Two talks of which neither is sure, and hallway is not likely. */
  private static final double SHARED = 0.33;

  /** A talk that is not near in time is looked at when its words say that much. */
  private static final double TELLING_WORDS = 4;

  private final Map<String, Talk> talks = new LinkedHashMap<>();
  private final Timetable timetable;
  private final Vocabulary vocabulary;
  private final Signs signs;

  private Placement(List<Talk> all) {
    all.forEach(talk -> talks.put(talk.id(), talk));
    timetable = new Timetable(all);
    vocabulary = new Vocabulary(all);
    signs = new Signs(all);
  }

  /** Into the talks of a schedule that are not cancelled and no longer than half a day. */
  public static Placement into(Schedule schedule) {
    Duration longest = Duration.ofHours(12);
    return new Placement(schedule.talks().stream()
        .filter(talk -> !talk.cancelled() && talk.length().compareTo(longest) <= 0)
        .toList());
  }

  /**
   * The places of a post, the surest first: one talk, several that it may be about, or {@link
   * Placed#HALLWAY} alone.
   */
  public List<Placed> place(Post post, Context context) {
    Map<String, List<Reason>> reasons = reasons(post, context);
    Map<String, Double> odds = new LinkedHashMap<>();
    odds.put(Placed.HALLWAY, sum(reasons.remove(Placed.HALLWAY)));
    reasons.forEach((talk, all) -> odds.put(talk, sum(all)));
    double most = odds.values().stream().mapToDouble(value -> value).max().orElse(0);
    double whole = odds.values().stream().mapToDouble(o -> Math.exp(o - most)).sum();
    List<Placed> places = new ArrayList<>();
    odds.forEach((talk, value) -> places.add(
        new Placed(talk, Math.exp(value - most) / whole, heaviestFirst(reasons.get(talk)))));
    places.sort(Comparator.comparingDouble(Placed::weight).reversed().thenComparing(Placed::talk));
    return chosen(places);
  }

  /** Ids of all talks that {@link #place} compares. A change of any other changes nothing. */
  public Set<String> candidates(Post post, Context context) {
    Map<String, List<Reason>> reasons = reasons(post, context);
    reasons.remove(Placed.HALLWAY);
    return Set.copyOf(reasons.keySet());
  }

  private Map<String, List<Reason>> reasons(Post post, Context context) {
    Said said = Said.of(post);
    Map<String, List<Reason>> pointed = signs.of(said);
    List<Reason> hallway = new ArrayList<>();
    around(context, pointed, hallway);
    Map<String, Vocabulary.Evidence> words = vocabulary.evidence(said.words());
    Map<String, List<Reason>> reasons = new HashMap<>();
    pointed.forEach((talk, all) -> {
      if (talks.containsKey(talk)) reasons.put(talk, new ArrayList<>(all));
    });
    timetable
        .near(post.postedAt())
        .forEach(t -> reasons.computeIfAbsent(t.id(), any -> new ArrayList<>()));
    words.forEach((talk, evidence) -> {
      if (evidence.odds() >= TELLING_WORDS) reasons.computeIfAbsent(talk, any -> new ArrayList<>());
    });
    reasons.forEach((id, all) -> complete(all, talks.get(id), post, said, words.get(id)));
    reasons.put(Placed.HALLWAY, hallway);
    return reasons;
  }

  private void complete(
      List<Reason> all,
      @org.jspecify.annotations.Nullable Talk talk,
      Post post,
      Said said,
      Vocabulary.@org.jspecify.annotations.Nullable Evidence words) {
    if (talk == null) return;
    all.add(Moment.of(talk, post.postedAt()));
    if (Moment.isNear(talk, post.postedAt())) all.addAll(signs.room(talk, said));
    if (words == null || words.words().isEmpty()) return;
    double weight = Math.min(MOST_WORDS, WORDS * words.odds());
    String told = "has words of it: " + String.join(", ", words.words());
    all.add(new Reason(Kind.WORDS, weight, told));
  }

  /** Who answers goes on with the topic, and who sits in a talk mostly stays. */
  private static void around(
      Context context, Map<String, List<Reason>> pointed, List<Reason> hallway) {
    for (Placed place : context.answered()) {
      double weight = ANSWER * place.weight();
      Reason reason = new Reason(Kind.ANSWER, weight, "goes on with a post that is there");
      if (place.isHallway()) hallway.add(new Reason(Kind.ANSWER, weight / 2, reason.sentence()));
      else pointed.computeIfAbsent(place.talk(), any -> new ArrayList<>()).add(reason);
    }
    double fresh = Math.exp(-context.ago().toSeconds() / 60.0 / 20);
    for (Placed place : context.before()) {
      Reason reason = new Reason(
          Kind.BEFORE, BEFORE * place.weight() * fresh, "is by somebody who was there just before");
      if (!place.isHallway() && fresh > 0.2) {
        pointed.computeIfAbsent(place.talk(), any -> new ArrayList<>()).add(reason);
      }
    }
  }

  private static List<Placed> chosen(List<Placed> places) {
    Placed first = places.get(0);
    if (first.isHallway()) return List.of(first);
    List<Placed> shared = places.stream()
        .filter(place -> !place.isHallway() && place.weight() >= SHARED)
        .toList();
    if (first.weight() >= SURE || shared.size() > 1) return shared;
    return places.stream().filter(Placed::isHallway).toList();
  }

  private static double sum(@org.jspecify.annotations.Nullable List<Reason> reasons) {
    return reasons == null ? 0 : reasons.stream().mapToDouble(Reason::weight).sum();
  }

  private static List<Reason> heaviestFirst(
      @org.jspecify.annotations.Nullable List<Reason> reasons) {
    if (reasons == null) return List.of();
    return reasons.stream()
        .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.weight()))
            .thenComparing(Reason::kind))
        .toList();
  }
}
