package afa.benchmarks.archive;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Asks for pages one after the other, and says how long each took. */
final class Visitor {
  private static final int TIMES = 60;
  private static final int WARM_UP = 15;

  private final URI node;
  private final HttpClient client = HttpClient.newHttpClient();

  Visitor(URI node) {
    this.node = node;
  }

  /** Searches, then pages. */
  void visit(List<String> searches, List<String> pages) throws Exception {
    Histogram all = new Histogram(3);
    for (String search : searches) all.add(ask(search));
    tell("all searches", all);
    for (String page : pages) ask(page);
  }

  private Histogram ask(String path) throws Exception {
    System.out.printf(Locale.ROOT, "first %6.1f ms  ", once(path) / 1e3);
    Histogram times = new Histogram(3);
    for (int i = 0; i < WARM_UP + TIMES; i++) {
      long micros = once(another(path, i));
      if (i >= WARM_UP) times.recordValue(micros);
    }
    tell(path, times);
    return times;
  }

  /** Who asks for the same within a moment is given the same answer, which is not what is timed. */
  private static String another(String path, int turn) {
    if (path.startsWith("/search")) return path.replaceFirst("q=", "q=-turn" + turn + "%20");
    return path + (path.contains("?") ? "&" : "?") + "turn=" + turn;
  }

  private static void tell(String what, Histogram times) {
    System.out.printf(
        Locale.ROOT,
        "p50 %6.1f ms  p99 %6.1f ms  %s%n",
        times.getValueAtPercentile(50) / 1e3,
        times.getValueAtPercentile(99) / 1e3,
        what);
  }

  private long once(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(node.resolve(path))
        .timeout(Duration.ofSeconds(20))
        .build();
    long start = System.nanoTime();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    long micros = (System.nanoTime() - start) / 1_000;
    if (answer.statusCode() != 200) throw new IOException(path + ": " + answer.statusCode());
    return micros;
  }
}
