package afa.benchmarks.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An answer of HTTP/1.1 within received bytes.
 *
 * @param head status line and headers
 * @param body index of the first byte of the body
 * @param end index of the first byte after the answer; -1 while it is not all there
 */
record HttpAnswer(String head, int body, int end) {
  /** The answer that begins at {@code from}; null while its head is not complete. */
  static HttpAnswer at(ByteBuffer bytes, int from, int to) {
    int headEnd = find(bytes, from, to, "\r\n\r\n");
    if (headEnd < 0) return null;
    String head = text(bytes, from, headEnd + 2);
    int body = headEnd + 4;
    String length = header(head, "content-length");
    if (length != null) {
      int end = body + Integer.parseInt(length);
      return new HttpAnswer(head, body, end <= to ? end : -1);
    }
    boolean chunked = "chunked".equalsIgnoreCase(header(head, "transfer-encoding"));
    return new HttpAnswer(head, body, chunked ? chunksEnd(bytes, body, to) : body);
  }

  int status() {
    return Integer.parseInt(head.substring(9, 12));
  }

  String header(String name) {
    return header(head, name);
  }

  static int find(ByteBuffer bytes, int from, int to, String what) {
    int length = what.length();
    for (int at = from; at + length <= to; at++) {
      int same = 0;
      while (same < length && bytes.get(at + same) == what.charAt(same)) same++;
      if (same == length) return at;
    }
    return -1;
  }

  static String text(ByteBuffer bytes, int from, int to) {
    byte[] text = new byte[to - from];
    bytes.get(from, text);
    return new String(text, StandardCharsets.US_ASCII);
  }

  private static String header(String head, String name) {
    for (int at = head.indexOf("\r\n"); at >= 0; at = head.indexOf("\r\n", at + 2)) {
      int start = at + 2;
      int colon = start + name.length();
      if (head.regionMatches(true, start, name, 0, name.length())
          && colon < head.length()
          && head.charAt(colon) == ':') {
        return head.substring(colon + 1, head.indexOf("\r\n", colon)).strip();
      }
    }
    return null;
  }

  private static int chunksEnd(ByteBuffer bytes, int from, int to) {
    int at = from;
    while (true) {
      int line = find(bytes, at, to, "\r\n");
      if (line < 0) return -1;
      int length = Integer.parseInt(text(bytes, at, line), 16);
      at = line + 2 + length + 2;
      if (at > to) return -1;
      if (length == 0) return at;
    }
  }
}
