package afa.console;

/** What somebody may do here. */
enum Right {
  /** See everything. */
  LOOK,
  /** Start, stop and restart as well. */
  OPERATE
}
