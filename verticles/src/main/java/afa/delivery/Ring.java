package afa.delivery;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Readers in a circle, visited one after the other. Whatever makes a visit necessary asks for one
 * full turn from where the last visit was: who was just visited comes last, and by the time it has
 * its turn more may have arrived, which then is one write for all of it.
 */
final class Ring<M extends Ring.Member<M>> {
  private @Nullable M next; // whose turn it is; null while there is nobody
  private int size;
  private int owed; // visits until everybody had one
  private long turns;

  /** Somebody in a ring, or in none. */
  abstract static class Member<M extends Member<M>> {
    private @Nullable Ring<M> ring;
    private @Nullable M next;
    private @Nullable M previous;

    final boolean isIn(Ring<M> which) {
      return ring == which;
    }

    /** Whether it is in some ring. */
    final boolean isPlaced() {
      return ring != null;
    }
  }

  int size() {
    return size;
  }

  /** Owes everybody a visit. */
  void wake() {
    owed = size;
  }

  /** How often somebody had a turn, since the beginning. */
  long turns() {
    return turns;
  }

  boolean isOwed() {
    return owed > 0;
  }

  /** Whose turn it is; only while somebody is here. */
  M take() {
    M member = next;
    next = link(member).next;
    owed--;
    turns++;
    return member;
  }

  /** Takes in somebody who is in no ring; the turn comes after all others had theirs. */
  void add(M member) {
    Member<M> added = link(member);
    added.ring = this;
    if (next == null) {
      next = added.next = added.previous = member;
    } else {
      M last = link(next).previous;
      added.next = next;
      added.previous = last;
      link(last).next = member;
      link(next).previous = member;
    }
    size++;
  }

  /** Lets somebody go who is here. */
  void remove(M member) {
    Member<M> removed = link(member);
    link(removed.previous).next = removed.next;
    link(removed.next).previous = removed.previous;
    if (next == member) next = removed.next;
    if (--size == 0) next = null;
    owed = Math.min(owed, size);
    removed.ring = null;
    removed.next = removed.previous = null;
  }

  /** Does something with everybody here, who may leave because of it. */
  void forEach(Consumer<M> step) {
    M member = next;
    for (int left = size; left > 0; left--) {
      M after = link(member).next;
      step.accept(member);
      member = after;
    }
  }

  /** The links of somebody; a type of its own hides them otherwise. */
  private Member<M> link(M member) {
    return member;
  }
}
