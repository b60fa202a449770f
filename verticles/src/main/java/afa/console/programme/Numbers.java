package afa.console.programme;

/** Numbers in addresses. */
final class Numbers {
  private Numbers() {}

  /** 0 for whatever is none. */
  static long of(String text) {
    return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
  }
}
