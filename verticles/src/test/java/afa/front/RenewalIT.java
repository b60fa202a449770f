package afa.front;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.testkit.OwnCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that is replaced while the port is open. */
final class RenewalIT {
  private static final FrontConfig CONFIG = new FrontConfig(Duration.ofSeconds(30), 100, 100);

  @TempDir
  private Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final OwnCertificate old = new OwnCertificate();
  private final OwnCertificate renewed = new OwnCertificate();
  private HttpServer server;
  private Renewal renewal;

  @BeforeEach
  void listen() throws Exception {
    put(old, old);
    TlsPair pair = TlsPair.read(cert(), key(), new ArrayList<>()).orElseThrow();
    Port port = new Port("127.0.0.1", 0, Optional.of(pair), Duration.ofSeconds(75));
    server = vertx
        .createHttpServer(port.options(CONFIG, false))
        .requestHandler(request -> request.response().end("here"));
    server.listen().await(30, SECONDS);
    renewal = new Renewal(
        vertx, pair, next -> port.showing(next).options(CONFIG, false).getSslOptions(), server);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().await(30, SECONDS);
    old.delete();
    renewed.delete();
  }

  @Test
  void whoConnectsAfterARenewalGetsTheNewOneAndWhoIsConnectedStays() throws Exception {
    HttpClient connected = trusting(old);
    assertThat(get(connected)).isEqualTo("here");
    assertThat(renewal.look().await(30, SECONDS)).isFalse();
    put(renewed, renewed);
    assertThat(renewal.look().await(30, SECONDS)).isTrue();
    assertThat(get(trusting(renewed))).isEqualTo("here");
    assertThatThrownBy(() -> get(trusting(old))).isInstanceOf(SSLHandshakeException.class);
    assertThat(get(connected)).isEqualTo("here");
    assertThat(renewal.look().await(30, SECONDS)).isFalse();
  }

  @Test
  void filesThatDoNotFitChangeNothingUntilTheyDo() throws Exception {
    for (OwnCertificate key : List.of(old, renewed)) {
      put(renewed, key);
      assertThat(renewal.look().await(30, SECONDS)).isEqualTo(key == renewed);
      assertThat(get(trusting(key))).isEqualTo("here");
    }
  }

  private void put(OwnCertificate cert, OwnCertificate key) throws Exception {
    Files.copy(cert.certFile(), cert(), StandardCopyOption.REPLACE_EXISTING);
    Files.copy(key.keyFile(), key(), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path cert() {
    return folder.resolve("cert.pem");
  }

  private Path key() {
    return folder.resolve("key.pem");
  }

  private static HttpClient trusting(OwnCertificate certificate) throws Exception {
    return HttpClient.newBuilder().sslContext(certificate.trust()).build();
  }

  private String get(HttpClient client) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create("https://localhost:" + server.actualPort() + "/"))
        .timeout(Duration.ofSeconds(60))
        .build();
    return client.send(request, BodyHandlers.ofString()).body();
  }
}
