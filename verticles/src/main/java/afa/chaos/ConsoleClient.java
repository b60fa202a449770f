package afa.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The console's API, at whichever node answers. */
final class ConsoleClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofSeconds(3);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final List<Integer> ports;
  private final String credentials;

  ConsoleClient(List<Integer> ports, String password) {
    this.ports = List.copyOf(ports);
    byte[] login = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
    this.credentials = "Basic " + Base64.getEncoder().encodeToString(login);
  }

  /** What came of it, in words. */
  String restart(String target) throws InterruptedException {
    String[] parts = target.split("/", -1);
    String said = "not offered";
    for (int port : ports) {
      try {
        if (status(request(port, "nodes", SHORT).GET()) != 200) continue;
        String what = "nodes/" + parts[0] + "/verticles/" + parts[1] + "/restart";
        int status =
            status(request(port, what, PATIENCE).POST(HttpRequest.BodyPublishers.noBody()));
        if (status == 200) return "done";
        said = "refused with " + status;
      } catch (IOException away) {
        said = "no answer";
      }
    }
    return said;
  }

  private HttpRequest.Builder request(int port, String what, Duration patience) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/console/api/" + what))
        .timeout(patience)
        .header("Authorization", credentials);
  }

  private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
    return answer.statusCode();
  }
}
