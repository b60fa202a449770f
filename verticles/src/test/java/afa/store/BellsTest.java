package afa.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.bus.RecordCodec;
import afa.feed.LogEntry;
import afa.message.Addresses;
import afa.message.Appended;
import afa.message.BusMessage;
import afa.message.LogGrew;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
final class BellsTest {
  private final BlockingQueue<LogGrew> heard = new LinkedBlockingQueue<>();
  private Context context;
  private Bells bells;

  @BeforeEach
  void listen(Vertx vertx) throws Exception {
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    Addresses.appended("e").subscribe(vertx.eventBus(), heard::add).await(30, SECONDS);
    context = vertx.getOrCreateContext();
    bells = new Bells("e", vertx.eventBus(), context);
  }

  @Test
  void whatOneTurnBroughtIsToldOnce() throws Exception {
    ring(append("e1", 1, "a"), append("e1", 2, "b"));
    assertThat(next()).isEqualTo(new LogGrew("e", "e1", 2, List.of(entry(1, "a"), entry(2, "b"))));
    assertThat(heard).isEmpty();
  }

  @Test
  void eachLifeIsToldByItself() throws Exception {
    ring(append("e1", 1, "a"), append("e2", 1, "b"));
    assertThat(next()).isEqualTo(new LogGrew("e", "e1", 1, List.of(entry(1, "a"))));
    assertThat(next()).isEqualTo(new LogGrew("e", "e2", 1, List.of(entry(1, "b"))));
  }

  @Test
  void muchIsToldInSeveralMessages() throws Exception {
    String large = "x".repeat(200 << 10);
    ring(append("e1", 1, large), append("e1", 2, large), append("e1", 3, large));
    assertThat(next().head()).isEqualTo(2);
    assertThat(next().head()).isEqualTo(3);
  }

  private void ring(Log.Append... appends) {
    context.runOnContext(turn -> List.of(appends).forEach(bells::ring));
  }

  private LogGrew next() throws InterruptedException {
    return heard.poll(30, SECONDS);
  }

  private static Log.Append append(String epoch, long n, String text) {
    Appended answer = new Appended(epoch, n, List.of(n), 1, 0, 0, n - 1);
    return new Log.Append(answer, List.of(entry(n, text)));
  }

  private static LogEntry entry(long n, String text) {
    return LogEntry.post(n, "{\"text\":\"" + text + "\"}");
  }
}
