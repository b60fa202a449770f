package afa.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.front.TlsPair;
import afa.ingest.IngestVerticle;
import afa.testkit.OwnCertificate;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same contract over TLS, by HTTP/1.1 and by HTTP/2, asked by a client that knows no Vert.x. */
@Timeout(180)
final class TlsIT extends DeliveryRig {
  private static OwnCertificate certificate;
  private static HttpClient client;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = new OwnCertificate();
    client = HttpClient.newBuilder().sslContext(certificate.trust()).build();
  }

  @AfterAll
  static void deleteCertificate() {
    certificate.delete();
  }

  @Override
  Optional<TlsPair> tls() {
    List<String> problems = new ArrayList<>();
    Optional<TlsPair> pair = TlsPair.read(certificate.certFile(), certificate.keyFile(), problems);
    assertThat(problems).isEmpty();
    return pair;
  }

  @Override
  HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
        .timeout(Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @EnumSource
  void aStreamAPollAndAPostAreServed(Version version) throws Exception {
    vertx.deployVerticle(new IngestVerticle(doors, "secret")).await(30, SECONDS);
    append(1, 3);
    CompletableFuture<HttpResponse<String>> poll = client.sendAsync(
        request(FEED + "updates?since=3").version(version).build(), BodyHandlers.ofString());
    try (Stream<String> lines = stream("since=1", version)) {
      String post = "{\"source\":\"x\",\"id\":\"new\",\"text\":\"Hello\","
          + "\"author\":{\"name\":\"A\"},\"postedAt\":\"2026-05-24T14:00:00Z\"}";
      HttpResponse<String> posted = client.send(
          request(FEED + "updates")
              .version(version)
              .header("Authorization", "Bearer secret")
              .POST(BodyPublishers.ofString(post))
              .build(),
          BodyHandlers.ofString());
      assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
      assertThat(posted.version()).isEqualTo(version);
      assertThat(numbers(lines, 3)).containsExactly(2L, 3L, 4L);
    }
    assertThat(new JsonObject(poll.get(30, SECONDS).body()).getLong("next")).isEqualTo(4);
    assertThat(poll.get().version()).isEqualTo(version);
  }

  @Test
  void aHundredStreamsOnOneConnectionGetEverything() throws Exception {
    int many = 100;
    append(1, 10);
    List<Stream<String>> streams = new ArrayList<>();
    for (int i = 0; i < many; i++) streams.add(stream("since=0", Version.HTTP_2));
    for (long n = 11; n <= 60; n++) append(n, n);
    List<Long> all = LongStream.rangeClosed(1, 60).boxed().toList();
    for (Stream<String> stream : streams) assertThat(followed(stream, 60)).isEqualTo(all);
  }

  /** As a browser does: whose stream is closed comes back with the last number it has. */
  private List<Long> followed(Stream<String> first, int count) throws Exception {
    List<Long> numbers = new ArrayList<>();
    Stream<String> stream = first;
    while (true) {
      try (Stream<String> lines = stream) {
        dataOf(lines).limit(count - numbers.size()).forEach(numbers::add);
      } catch (UncheckedIOException closed) {
        // comes back
      }
      if (numbers.size() >= count) return numbers;
      stream = stream("since=" + numbers.size(), Version.HTTP_2);
    }
  }

  @Test
  void whoAsksInClearIsNotServed() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      String request = "GET " + FEED + "updates?since=0&wait=0 HTTP/1.1\r\nHost: a\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readNBytes(8), StandardCharsets.US_ASCII);
      assertThat(answer).doesNotStartWith("HTTP/");
    }
  }

  private Stream<String> stream(String query, Version version) throws Exception {
    HttpResponse<Stream<String>> response = client.send(
        request(FEED + "stream?" + query).version(version).build(), BodyHandlers.ofLines());
    assertThat(response.version()).isEqualTo(version);
    return response.body();
  }

  private static List<Long> numbers(Stream<String> lines, int count) {
    return dataOf(lines).limit(count).toList();
  }

  private static Stream<Long> dataOf(Stream<String> lines) {
    return lines
        .filter(line -> line.startsWith("data: "))
        .map(line -> new JsonObject(line.substring(6)).getLong("n"));
  }
}
