package afa.syndication;

/** What an address gave is not a feed that can be read. */
final class FeedDefect extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * @param sentence for the operator
   */
  FeedDefect(String sentence) {
    super(sentence);
  }

  FeedDefect(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
