package afa.site;

import java.util.ArrayList;
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
   * @param lead whose card it is: the first one, and a repost only where there is nothing else
   * @param reposts numbers of those that pass it on, ascending
   * @param also numbers of the same post in other places, ascending
   */
  record Group(long lead, List<Long> reposts, List<Long> also) {}

  private static final class Pile {
    final Likeness lead;
    final List<Long> own = new ArrayList<>();
    final List<Long> reposts = new ArrayList<>();
    final List<String> networks = new ArrayList<>();

    Pile(Likeness lead) {
      this.lead = lead;
    }

    Group group() {
      own.sort(null);
      reposts.sort(null);
      return own.isEmpty()
          ? new Group(reposts.get(0), reposts.subList(1, reposts.size()), List.of())
          : new Group(own.get(0), reposts, own.subList(1, own.size()));
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
      piles.computeIfAbsent(post.id(), id -> begun(post, inOrder)).own.add(n);
    });
    posts.forEach((n, post) -> {
      if (post.of() == null) return;
      piles.computeIfAbsent(post.of(), id -> begun(post, inOrder)).reposts.add(n);
    });
    return inOrder;
  }

  private static Pile begun(Likeness lead, List<Pile> piles) {
    Pile pile = new Pile(lead);
    pile.networks.add(lead.network());
    piles.add(pile);
    return pile;
  }

  private static List<Pile> merged(List<Pile> piles) {
    List<Pile> merged = new ArrayList<>();
    Map<String, List<Pile>> byWords = new HashMap<>();
    for (Pile pile : piles) {
      String words = pile.lead.words();
      List<Pile> alike =
          words == null ? List.of() : byWords.computeIfAbsent(words, none -> new ArrayList<>());
      Pile same = same(pile, alike);
      if (same == null) {
        merged.add(pile);
        if (words != null) alike.add(pile);
      } else {
        same.own.addAll(pile.own);
        same.reposts.addAll(pile.reposts);
        same.networks.addAll(pile.networks);
      }
    }
    return merged;
  }

  private static @Nullable Pile same(Pile pile, List<Pile> alike) {
    for (Pile other : alike) {
      boolean isElsewhere = !other.networks.contains(pile.lead.network());
      boolean isNear = Math.abs(other.lead.at() - pile.lead.at()) <= TOGETHER_MS;
      boolean isSamePerson = other.lead.people().stream().anyMatch(pile.lead.people()::contains);
      if (isElsewhere && isNear && isSamePerson) return other;
    }
    return null;
  }
}
