package afa.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which posts are one card: reposts belong to their original, what a bridge copied to what it
 * copied, and the same words of the same author on several networks belong together. The log keeps
 * them all. {@code webroot/js/lib/folding.js} decides the same.
 */
final class Folding {
  /** Who posts in several places does so within that. */
  private static final long TOGETHER_MS = 30 * 60_000;

  private Folding() {}

  /**
   * Posts that are one card.
   *
   * @param lead whose card it is: the one that was posted first, as a copy may reach us before what
   *     it copies; a bridge's copy or a repost only where there is nothing else
   * @param reposts numbers of those that pass it on, ascending
   * @param also numbers of the same post in other places, ascending
   */
  record Group(long lead, List<Long> reposts, List<Long> also) {}

  private record Own(long n, Likeness post) {
    static final Comparator<Own> LEAD = Comparator.comparing((Own own) -> own.post.isBridged())
        .thenComparing(own -> own.post.at())
        .thenComparing(Own::n);
  }

  private static final class Pile {
    final List<Own> own = new ArrayList<>();
    final List<Long> reposts = new ArrayList<>();
    final List<String> networks = new ArrayList<>();

    Group group() {
      reposts.sort(null);
      if (own.isEmpty()) {
        return new Group(reposts.get(0), reposts.subList(1, reposts.size()), List.of());
      }
      long lead = lead().n();
      return new Group(
          lead,
          reposts,
          own.stream().map(Own::n).filter(n -> n != lead).sorted().toList());
    }

    Own lead() {
      return Collections.min(own, Own.LEAD);
    }
  }

  /**
   * The cards of these posts, by the number of their lead.
   *
   * @param posts by number
   */
  static SortedMap<Long, Group> fold(SortedMap<Long, Likeness> posts) {
    SortedMap<Long, Group> groups = new TreeMap<>();
    for (Pile pile : merged(piles(posts))) {
      Group group = pile.group();
      groups.put(group.lead(), group);
    }
    return groups;
  }

  /** One for each post that was written, in the order of the first of each. */
  private static List<Pile> piles(SortedMap<Long, Likeness> posts) {
    Map<String, Pile> piles = new HashMap<>();
    List<Pile> inOrder = new ArrayList<>();
    posts.forEach((n, post) -> {
      if (post.of() != null) return;
      piles.computeIfAbsent(post.id(), id -> begun(post, inOrder)).own.add(new Own(n, post));
    });
    posts.forEach((n, post) -> {
      if (post.of() == null) return;
      piles.computeIfAbsent(post.of(), id -> begun(post, inOrder)).reposts.add(n);
    });
    return inOrder;
  }

  private static Pile begun(Likeness first, List<Pile> piles) {
    Pile pile = new Pile();
    pile.networks.add(first.network());
    piles.add(pile);
    return pile;
  }

  private static List<Pile> merged(List<Pile> piles) {
    List<Pile> merged = new ArrayList<>();
    Map<List<String>, List<Alike>> found = new HashMap<>();
    for (Pile pile : piles) {
      Likeness lead = pile.own.isEmpty() ? null : pile.lead().post();
      if (lead == null || lead.words() == null || lead.person() == null) {
        merged.add(pile);
        continue;
      }
      List<Alike> alike =
          found.computeIfAbsent(List.of(lead.words(), lead.person()), none -> new ArrayList<>());
      Pile same = same(lead, alike);
      if (same == null) {
        merged.add(pile);
        alike.add(new Alike(lead.at(), pile));
      } else {
        same.own.addAll(pile.own);
        same.reposts.addAll(pile.reposts);
        same.networks.addAll(pile.networks);
      }
    }
    return merged;
  }

  /** A pile that others join who posted near enough to that time. */
  private record Alike(long at, Pile pile) {}

  private static @Nullable Pile same(Likeness lead, List<Alike> alike) {
    return alike.stream()
        .filter(other -> Math.abs(other.at - lead.at()) <= TOGETHER_MS)
        .map(Alike::pile)
        .filter(pile -> !pile.networks.contains(lead.network()))
        .findFirst()
        .orElse(null);
  }
}
