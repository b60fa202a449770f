package afa.chaos;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes mistakes in streams of updates that pass by: each of some bugs in turn, wherever a piece of
 * a stream has what it needs. An update is a chunk of HTTP/1.1 of its own, so whole ones can be left
 * out, doubled and exchanged.
 */
final class Tampering implements UnaryOperator<Buffer> {
  private static final Pattern UPDATE =
      Pattern.compile("[0-9a-f]+\r\nid: [^\r\n]+\ndata: [^\r\n]+\n\n\r\n");
  private static final Pattern NEIGHBOURS = Pattern.compile("(" + UPDATE + ")(" + UPDATE + ")");

  private final Deque<Bug> bugs = new ArrayDeque<>();
  private final int every;
  private int passed;

  /**
   * @param every so many pieces of streams one is changed
   */
  Tampering(Collection<Bug> bugs, int every) {
    bugs.stream()
        .filter(bug -> bug == Bug.LOSE || bug == Bug.DOUBLE || bug == Bug.SWAP)
        .forEach(this.bugs::add);
    this.every = every;
  }

  @Override
  public synchronized Buffer apply(Buffer piece) {
    if (bugs.isEmpty()) return piece;
    String text = piece.toString(StandardCharsets.ISO_8859_1);
    if (!UPDATE.matcher(text).find() || ++passed < every) return piece;
    String changed = changed(bugs.peekFirst(), text);
    if (changed.equals(text)) return piece; // nothing to exchange here
    passed = 0;
    bugs.addLast(bugs.removeFirst());
    return Buffer.buffer(changed.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String changed(Bug bug, String text) {
    Matcher one = UPDATE.matcher(text);
    return switch (bug) {
      case LOSE -> one.replaceFirst("");
      case DOUBLE -> one.replaceFirst("$0$0");
      default -> NEIGHBOURS.matcher(text).replaceFirst("$2$1");
    };
  }
}
