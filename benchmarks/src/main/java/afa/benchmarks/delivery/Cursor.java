package afa.benchmarks.delivery;

import java.nio.ByteBuffer;

/** How a long-poll goes on after an answer. */
enum Cursor {
  /** Ours: {@code next} in the body is the following {@code since}. */
  NEXT_IN_BODY {
    @Override
    String follow(HttpAnswer answer, ByteBuffer bytes) {
      int end = Math.min(answer.end(), answer.body() + 200);
      int at = HttpAnswer.find(bytes, answer.body(), end, "\"next\":");
      int from = at + "\"next\":".length();
      int to = from;
      while (bytes.get(to) == '-' || Character.isDigit(bytes.get(to))) to++;
      return HttpAnswer.text(bytes, from, to);
    }
  },
  /** The small servers of the bench: {@code X-Next}. */
  NEXT_IN_HEAD {
    @Override
    String follow(HttpAnswer answer, ByteBuffer bytes) {
      return answer.header("x-next");
    }
  },
  /** nchan: the validators of the answer, sent back as conditions. */
  VALIDATORS {
    @Override
    String follow(HttpAnswer answer, ByteBuffer bytes) {
      return "If-Modified-Since: " + answer.header("last-modified") + "\r\nIf-None-Match: "
          + answer.header("etag") + "\r\n";
    }

    @Override
    String request(String path, String place) {
      return "GET " + path + " HTTP/1.1\r\nHost: bench\r\n" + place + "\r\n";
    }

    @Override
    String start() {
      return "";
    }
  };

  /** The place that an answer leads to. */
  abstract String follow(HttpAnswer answer, ByteBuffer bytes);

  /** Asks for what comes after {@code place}. */
  String request(String path, String place) {
    return "GET " + path + "since=" + place + " HTTP/1.1\r\nHost: bench\r\n\r\n";
  }

  /** The place to begin with: from now on. */
  String start() {
    return "-1";
  }
}
