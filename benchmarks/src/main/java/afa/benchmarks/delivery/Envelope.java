package afa.benchmarks.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How messages are posted to a server.
 *
 * @param head request line and headers without the length
 * @param batch most messages of a request; with more than 1 they are an array
 * @param outstanding most requests that wait for their answer
 * @param run makes ids of this run differ from those of others
 */
record Envelope(String head, int batch, int outstanding, String run) {
  /** As long as the times that our node adds to a post. */
  private static final String TIMES =
      ",\"postedAt\":\"2026-01-01T00:00:00.000Z\",\"receivedAt\":\"2026-01-01T00:00:00.000Z\"";

  /** One message a request, many requests on their way; the message looks like an update of ours. */
  static Envelope plain(String path, String run) {
    return new Envelope("POST " + path + " HTTP/1.1\r\nHost: bench\r\n", 1, 256, run);
  }

  /**
   * Everything that is due in one array, and one request after the other, so that the order of
   * messages is the order of the log.
   */
  static Envelope batched(String path, String token, String run) {
    String head = "POST " + path + " HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer " + token
        + "\r\nContent-Type: application/json\r\n";
    return new Envelope(head, 200, 1, run);
  }

  /** A message: its sequence number and when it was due. */
  record Due(long sequence, long micros) {}

  ByteBuffer request(List<Due> messages) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (batch > 1) body.write('[');
    for (int i = 0; i < messages.size(); i++) {
      if (i > 0) body.write(',');
      post(body, messages.get(i));
    }
    if (batch > 1) body.write(']');
    byte[] lines = ascii(head + "Content-Length: " + body.size() + "\r\n\r\n");
    return ByteBuffer.allocate(lines.length + body.size())
        .put(lines)
        .put(body.toByteArray())
        .flip();
  }

  private void post(ByteArrayOutputStream body, Due message) {
    String number = batch > 1 ? "" : "\"n\":" + message.sequence + ",\"type\":\"post\",";
    body.writeBytes(ascii("{" + number + "\"source\":\"bench\",\"id\":\"" + run + "-"
        + message.sequence + "\",\"author\":{\"name\":\"Bench\"},\"text\":\""));
    body.writeBytes(Message.text(message.sequence, message.micros));
    body.writeBytes(ascii(batch > 1 ? "\"}" : "\"" + TIMES + "}"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
