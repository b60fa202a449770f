package afa.supervisor;

/** What a supervisor makes of changes. */
interface WardListener {
  /** It failed and is tried again, or not. */
  void failed(Ward ward, String error, boolean forGood);

  /** It runs again after a failure. */
  void recovered(Ward ward);

  /** It has nothing to do any more. */
  void over(Ward ward, String why);

  /** Something is to be told to the cluster. */
  void changed();
}
