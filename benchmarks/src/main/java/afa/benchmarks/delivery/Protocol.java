package afa.benchmarks.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;

/** How readers talk to a server. Called by the loop of the readers only. */
interface Protocol {
  /** What a reader asks for first. */
  String request(Reader reader);

  /** The place of a reader that begins now. */
  String start();

  /** Whether a reader waits as soon as it has asked; otherwise it does once it is answered. */
  boolean waitsSilently();

  /**
   * Takes received bytes.
   *
   * @return index of the first byte that must be given again, before those that follow
   */
  int receive(Reader reader, ByteBuffer bytes, int from, int to) throws IOException;

  /** Server-sent events. */
  record Streaming(Target target, MessageScanner scanner) implements Protocol {
    @Override
    public String request(Reader reader) {
      return "GET " + reader.place
          + " HTTP/1.1\r\nHost: bench\r\nAccept: text/event-stream\r\n\r\n";
    }

    @Override
    public String start() {
      return target.streamPath();
    }

    @Override
    public boolean waitsSilently() {
      return false;
    }

    @Override
    public int receive(Reader reader, ByteBuffer bytes, int from, int to) throws IOException {
      int at = from;
      if (!reader.answered) {
        int end = HttpAnswer.find(bytes, from, to, "\r\n\r\n");
        if (end < 0) return from;
        require200(HttpAnswer.text(bytes, from, end + 2));
        reader.answered = true;
        at = end + 4;
      }
      int rest = scanner.scan(bytes, at, to, reader.left);
      reader.left = scanner.left();
      return rest;
    }
  }

  /** Long-poll: asks again as soon as it is answered. */
  record Polling(Target target, MessageScanner scanner) implements Protocol {
    @Override
    public String request(Reader reader) {
      return target.cursor().request(target.pollPath(), reader.place);
    }

    @Override
    public String start() {
      return target.cursor().start();
    }

    @Override
    public boolean waitsSilently() {
      return true;
    }

    @Override
    public int receive(Reader reader, ByteBuffer bytes, int from, int to) throws IOException {
      HttpAnswer answer = HttpAnswer.at(bytes, from, to);
      if (answer == null || answer.end() < 0) return from;
      require200(answer.head());
      scanner.scan(bytes, answer.body(), answer.end(), 0);
      reader.place = target.cursor().follow(answer, bytes);
      reader.send(request(reader));
      return answer.end();
    }
  }

  private static void require200(String head) throws IOException {
    if (!head.startsWith("200", 9)) {
      throw new IOException("answered " + head.substring(0, head.indexOf('\r')));
    }
  }
}
