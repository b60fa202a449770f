package afa.supervisor;

import afa.bus.BusFailure;
import afa.message.LinesRead;
import afa.message.LinesRead.Line;
import afa.message.ReadLines;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest lines that this process logged, for the console. Which verticle a line belongs to is
 * told by the context it was logged on, and where requests of several meet by the package.
 */
public final class LineMemory extends UnsynchronizedAppenderBase<ILoggingEvent> {
  /** Key of the name of a verticle in its context. */
  static final String VERTICLE = "afa.verticle";

  private static final int MOST = 500;
  private static final int LONGEST = 2_000;
  private static final Deque<Line> LINES = new ArrayDeque<>(MOST); // oldest first

  private final ThrowableProxyConverter throwables = new ThrowableProxyConverter();

  @Override
  public void start() {
    throwables.setOptionList(List.of("8"));
    throwables.start();
    super.start();
  }

  @Override
  protected void append(ILoggingEvent event) {
    String text = event.getFormattedMessage();
    if (event.getThrowableProxy() != null)
      text += "\n" + throwables.convert(event).stripTrailing();
    if (text.length() > LONGEST) text = text.substring(0, LONGEST) + "…";
    keep(new Line(
        event.getInstant(), event.getLevel().toString(), verticle(event.getLoggerName()), text));
  }

  private static void keep(Line line) {
    synchronized (LINES) {
      if (LINES.size() == MOST) LINES.removeFirst();
      LINES.addLast(line);
    }
  }

  private static @Nullable String verticle(String logger) {
    Context context = Vertx.currentContext();
    String here = context == null ? null : context.get(VERTICLE);
    // On the context of the port those answer whose requests it passes on.
    return here == null || here.equals("front") ? LoggerNames.verticle(logger, here) : here;
  }

  static Future<LinesRead> answer(ReadLines question) {
    if (question.limit() < 1 || question.limit() > MOST) {
      return Future.failedFuture(
          new BusFailure(BusFailure.Kind.INVALID, "limit=" + question.limit()));
    }
    return Future.succeededFuture(new LinesRead(newest(question.verticle(), question.limit())));
  }

  /**
   * The newest lines, oldest first.
   *
   * @param verticle its name; empty for all
   */
  static List<Line> newest(String verticle, int limit) {
    List<Line> found = new ArrayList<>();
    synchronized (LINES) {
      Iterator<Line> newestFirst = LINES.descendingIterator();
      while (newestFirst.hasNext() && found.size() < limit) {
        Line line = newestFirst.next();
        if (verticle.isEmpty() || verticle.equals(line.verticle())) found.add(line);
      }
    }
    Collections.reverse(found);
    return found;
  }
}
