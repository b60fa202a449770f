package afa.mastodon;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cuts the bytes of server-sent events into events, wherever the network cut them into pieces. Pure.
 * An event counts once its empty line came: of a connection that ends in between nothing is left.
 */
final class EventStreamParser {

  /** Hears what comes, in order. */
  interface Listener {
    /**
     * An event came.
     *
     * @param name "" where the server gave none
     */
    void event(String name, String data);

    /** An event of too many bytes was dropped. */
    void tooLong();
  }

  private final Listener listener;
  private final int mostBytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private String name = "";
  private boolean hasData;
  private boolean tooLong; // the event that is being read
  private boolean afterReturn; // a line feed now belongs to the line end before

  /**
   * @param mostBytes longest line that is kept, and about the longest event
   */
  EventStreamParser(Listener listener, int mostBytes) {
    this.listener = listener;
    this.mostBytes = mostBytes;
  }

  /** The next bytes. */
  void read(byte[] bytes) {
    for (byte b : bytes) {
      boolean ended = b == '\n' || b == '\r';
      if (ended && !(b == '\n' && afterReturn)) endLine();
      afterReturn = b == '\r';
      if (ended) continue;
      if (line.size() < mostBytes) line.write(b);
      else tooLong = true;
    }
  }

  private void endLine() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (text.isEmpty()) endEvent();
    else if (!text.startsWith(":")) field(text);
  }

  private void field(String text) {
    int colon = text.indexOf(':');
    String field = colon < 0 ? text : text.substring(0, colon);
    String value = colon < 0 ? "" : text.substring(colon + 1);
    if (value.startsWith(" ")) value = value.substring(1);
    if (field.equals("event")) name = value;
    if (field.equals("data")) addData(value);
  }

  private void addData(String value) {
    if (data.length() + value.length() > mostBytes) tooLong = true;
    if (tooLong) return;
    if (hasData) data.append('\n');
    data.append(value);
    hasData = true;
  }

  private void endEvent() {
    if (tooLong) listener.tooLong();
    else if (hasData || !name.isEmpty()) listener.event(name, data.toString());
    name = "";
    data.setLength(0);
    hasData = false;
    tooLong = false;
  }
}
