package afa.delivery;

import java.util.function.Consumer;

/**
 * Readers in a circle, visited one after the other. Whatever makes a visit necessary asks for one
 * full turn from where the last visit was: who was just visited comes last, and by the time it has
 * its turn more may have arrived, which then is one write for all of it.
 */
final class Ring {
  private StreamReader next; // whose turn it is; null while there is nobody
  private int size;
  private int owed; // visits until everybody had one

  int size() {
    return size;
  }

  /** Owes everybody a visit. */
  void wake() {
    owed = size;
  }

  boolean isOwed() {
    return owed > 0;
  }

  /** Whose turn it is. */
  StreamReader take() {
    StreamReader reader = next;
    next = reader.next;
    owed--;
    return reader;
  }

  /** Takes in a reader; its turn comes after all others had theirs. */
  void add(StreamReader reader) {
    reader.ring = this;
    if (next == null) {
      next = reader.next = reader.previous = reader;
    } else {
      reader.next = next;
      reader.previous = next.previous;
      next.previous.next = reader;
      next.previous = reader;
    }
    size++;
  }

  /** Does something with everybody here, who may leave because of it. */
  void forEach(Consumer<StreamReader> step) {
    StreamReader reader = next;
    for (int left = size; left > 0; left--) {
      StreamReader after = reader.next;
      step.accept(reader);
      reader = after;
    }
  }

  /** Lets a reader go. */
  void remove(StreamReader reader) {
    reader.previous.next = reader.next;
    reader.next.previous = reader.previous;
    if (next == reader) next = reader.next;
    if (--size == 0) next = null;
    owed = Math.min(owed, size);
    reader.ring = null;
  }
}
