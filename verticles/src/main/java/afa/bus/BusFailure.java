package afa.bus;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;

/** Why a {@link Service} gave no answer; the only failure its callers see. */
public final class BusFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What the caller may do about it. */
  public enum Kind {
    /** The question is wrong; asking again will not help. */
    INVALID(400),
    /** What was asked for does not exist. */
    NOT_FOUND(404),
    /** Another node is the owner by now: asking again will not help, and must not be done. */
    SUPERSEDED(409),
    /** Nobody there, or not now: ask again later. */
    UNAVAILABLE(503),
    /** A defect of the server, logged there. */
    INTERNAL(500);

    /** What travels on the bus; the numbers of HTTP, so that a log line speaks for itself. */
    final int code;

    Kind(int code) {
      this.code = code;
    }
  }

  private final Kind kind;
  private final boolean unheard;

  public BusFailure(Kind kind, String message) {
    this(kind, message, false);
  }

  private BusFailure(Kind kind, String message, boolean unheard) {
    super(message);
    this.kind = kind;
    this.unheard = unheard;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether there is nobody in the cluster who could have answered. */
  public boolean isUnheard() {
    return unheard;
  }

  static BusFailure of(String address, Throwable failure) {
    if (failure instanceof BusFailure told) return told;
    if (failure instanceof ReplyException reply) {
      if (reply.failureType() == ReplyFailure.NO_HANDLERS) {
        return new BusFailure(Kind.UNAVAILABLE, address + ": nobody is there to answer", true);
      }
      return new BusFailure(kindOf(reply), address + ": " + reply.getMessage());
    }
    return new BusFailure(Kind.INTERNAL, address + ": " + failure);
  }

  private static Kind kindOf(ReplyException reply) {
    if (reply.failureType() != ReplyFailure.RECIPIENT_FAILURE) return Kind.UNAVAILABLE;
    for (Kind kind : Kind.values()) {
      if (kind.code == reply.failureCode()) return kind;
    }
    return Kind.INTERNAL;
  }
}
