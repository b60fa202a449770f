package afa.chaos;

import java.util.Locale;

/** A mistake put in on purpose, to see whether it is found. None of them touches the server. */
enum Bug {
  /** On the way from a delivery node an update is left out. */
  LOSE,
  /** On the way from a delivery node an update is sent twice. */
  DOUBLE,
  /** On the way from a delivery node two updates change places. */
  SWAP,
  /** A post is appended again, as by an owner that does not know that it was replaced. */
  LATE_OWNER,
  /** An entry of the log gets another text and nobody is told. */
  REWRITE,
  /** The archive forgets an update. */
  FORGET;

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Bug of(String id) {
    for (Bug bug : values()) if (bug.id().equals(id)) return bug;
    throw new IllegalArgumentException("there is no bug " + id);
  }
}
