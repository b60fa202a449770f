package afa;

/** The cluster could not be joined. Others are on the move then; a fresh start finds them again. */
final class NotJoined extends RuntimeException {
  /** Exit status: nothing is wrong with what the node was told, it is only to be started again. */
  static final int START_AGAIN = 69;

  private static final long serialVersionUID = 1;

  NotJoined(Throwable cause) {
    super("This node could not join its cluster. It ends; start it again", cause);
  }
}
