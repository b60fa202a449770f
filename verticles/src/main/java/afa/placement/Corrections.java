package afa.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that organisers said about places, in order. Immutable. It lies over what is computed, so a
 * new placement changes nothing of it; undoing brings back what was said before, or what is
 * computed by then.
 */
public final class Corrections {
  /** Nobody said anything yet. */
  public static final Corrections NONE = new Corrections(List.of());

  private final List<Correction> all;
  private final Map<String, Correction> valid = new HashMap<>(); // by post, the last one

  private Corrections(List<Correction> all) {
    this.all = List.copyOf(all);
    for (Correction correction : all) {
      if (!correction.undone()) correction.posts().forEach(post -> valid.put(post, correction));
    }
  }

  /** Those that were kept, the oldest first. */
  public static Corrections of(List<Correction> all) {
    return new Corrections(all);
  }

  /**
   * One more, of one post or of many.
   *
   * @throws IllegalArgumentException when there is one with this id
   */
  public Corrections with(Correction correction) {
    if (all.stream().anyMatch(other -> other.id().equals(correction.id()))) {
      throw new IllegalArgumentException("two corrections with the id " + correction.id());
    }
    List<Correction> more = new ArrayList<>(all);
    more.add(correction);
    return new Corrections(more);
  }

  /** Takes one back; nothing happens when there is none with this id. */
  public Corrections undo(String id) {
    return changed(id, correction -> correction.undone(true));
  }

  /** Lets one that was taken back be valid again. */
  public Corrections redo(String id) {
    return changed(id, correction -> correction.undone(false));
  }

  private Corrections changed(String id, UnaryOperator<Correction> change) {
    return new Corrections(all.stream()
        .map(correction -> correction.id().equals(id) ? change.apply(correction) : correction)
        .toList());
  }

  /** What was said of a post, if anything is valid. */
  public Optional<Correction> of(String post) {
    return Optional.ofNullable(valid.get(post));
  }

  /** The places of a post: as was said, else as computed. */
  public List<Placed> over(String post, List<Placed> computed) {
    Correction correction = valid.get(post);
    if (correction == null) return computed;
    Reason reason = new Reason(Reason.Kind.CORRECTION, 0, "was put there by " + correction.who());
    if (correction.talks().isEmpty())
      return List.of(new Placed(Placed.HALLWAY, 1, List.of(reason)));
    double share = 1.0 / correction.talks().size();
    return correction.talks().stream()
        .map(talk -> new Placed(talk, share, List.of(reason)))
        .toList();
  }

  public List<Correction> all() {
    return all;
  }
}
