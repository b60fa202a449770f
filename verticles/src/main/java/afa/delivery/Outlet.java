package afa.delivery;

/**
 * The way to one reader's socket. Takes what fits and says when more fits: nothing waits here but the
 * rest of an update that was begun. Belongs to one event loop.
 */
interface Outlet {
  /** Who is told; set before anything is sent. */
  void listener(Listener listener);

  /** Begins the stream: status, headers and a first event. */
  void begin(String greeting);

  /** Whether it takes something now; a closed one takes nothing. */
  boolean isReady();

  /**
   * Sends a run of updates, or as much of it as the socket takes.
   *
   * @param upTo the last update of the run, on this page
   * @return the number that the reader has then; more than {@code since}
   */
  long send(Page page, long since, long upTo);

  /** Sends a small event or comment, behind all that was sent before. */
  void send(String text);

  /** Ends the stream. */
  void end();

  /** Closes the connection without ceremony. */
  void cut();

  /** Who is told about an outlet. */
  interface Listener {
    /** More fits again; never told while something is being sent. */
    void drained();

    /** The connection is closed; told once. */
    void gone();
  }
}
