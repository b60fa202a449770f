package afa.x;

import static java.util.concurrent.TimeUnit.SECONDS;

import afa.rehearsal.Conference;
import afa.rehearsal.RehearsedEvent;
import afa.rehearsal.x.XOptions;
import afa.rehearsal.x.XSimulator;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Lines of a rehearsed X as they came over a socket, with everything that the source asks for. */
final class RecordedLines {
  private RecordedLines() {}

  static List<String> of(int count) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      return record(vertx, count);
    } finally {
      vertx.close().await(10, SECONDS);
    }
  }

  private static List<String> record(Vertx vertx, int count) throws Exception {
    XOptions options = new XOptions().conference(Conference.load(Conference.DEFAULT));
    XSimulator x = XSimulator.start(vertx, options).await(10, SECONDS);
    List<String> rules = List.of(RehearsedEvent.RULE);
    XClient client = new XClient(vertx, XConfig.of(URI.create(x.url()), x.token(), rules));
    client.addRules(rules, "").await(10, SECONDS);
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    client.connect().await(10, SECONDS).read(new Listening(heard));
    x.flood(count * 2, 500).await(10, SECONDS);
    List<String> lines = new ArrayList<>();
    while (lines.size() < count) {
      String line = heard.poll(10, SECONDS);
      if (line == null) throw new IllegalStateException("the rehearsed X went silent");
      if (!line.isBlank()) lines.add(line);
    }
    return lines;
  }

  private record Listening(BlockingQueue<String> heard) implements XConnection.Listener {
    @Override
    public void sign() {}

    @Override
    public void line(String line) {
      heard.add(line);
    }

    @Override
    public void tooLong() {}
  }
}
