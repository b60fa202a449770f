package afa.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import afa.feed.EventInfo;
import afa.message.AppendPosts;
import afa.message.ReadLog;
import afa.servers.DataDirectory;
import afa.servers.FreePort;
import afa.testkit.Haproxy;
import afa.testkit.OwnCertificate;
import afa.testkit.Posts;
import afa.testkit.RealServers;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log in a Redis that is reached by TLS; HAProxy speaks it, as the embedded Redis cannot. */
final class RedisTlsIT {
  private static final String TLS_TO_REDIS =
      """
      defaults
          mode http
          timeout connect 2s
          timeout client 60s
          timeout server 60s
      listen redis
          mode tcp
          bind 127.0.0.1:%d ssl crt %s
          server redis 127.0.0.1:%d
      """;

  @TempDir(factory = DataDirectory.class)
  private Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final OwnCertificate certificate = new OwnCertificate(); // for localhost
  private final int port = FreePort.find();
  private String password;
  private Haproxy haproxy;

  @BeforeEach
  void putTlsBeforeRedis() throws Exception {
    URI redis = URI.create(RealServers.redisUrl());
    password = redis.getUserInfo();
    Path both = folder.resolve("both.pem");
    Files.writeString(
        both, Files.readString(certificate.certFile()) + Files.readString(certificate.keyFile()));
    Path file = folder.resolve("haproxy.cfg");
    Files.writeString(file, TLS_TO_REDIS.formatted(port, both, redis.getPort()));
    haproxy = Haproxy.start(file);
    await().until(() -> haproxy.status("redis", "redis").equals("no check"));
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(30, SECONDS);
    if (haproxy != null) haproxy.stop();
    certificate.delete();
  }

  @Test
  void byTlsTheLogIsWhatItIsWithout() throws Exception {
    RedisLog log = RedisLog.at(vertx, url("localhost") + "?ca=" + certificate.certFile());
    LocalDateTime day = LocalDateTime.parse("2026-05-24T08:00");
    String event = RealServers.freshEvent();
    log.register(new EventInfo(event, "By TLS", "UTC", day, day.plusDays(1), null))
        .await(30, SECONDS);
    assertThat(log.begin(event, "", 0, false).await(30, SECONDS)).isTrue();
    AppendPosts posts = new AppendPosts(event, "x", Posts.posts(1, 3), "c3");
    assertThat(log.append(posts).await(30, SECONDS).answer().head()).isEqualTo(3);
    assertThat(log.read(new ReadLog(event, 1, 9)).await(30, SECONDS).entries()).hasSize(2);
    log.close().await(30, SECONDS);
  }

  @Test
  void aCertificateThatNobodyTrustsIsRefused() throws Exception {
    refused(url("localhost"), "PKIX path building failed");
  }

  @Test
  void aCertificateOfAnotherNameIsRefused() throws Exception {
    refused(url("127.0.0.1") + "?ca=" + certificate.certFile(), "No subject alternative names");
  }

  private void refused(String url, String reason) throws Exception {
    RedisLog log = RedisLog.at(vertx, url);
    assertThatThrownBy(() -> log.identity().await(30, SECONDS))
        .hasStackTraceContaining(reason)
        .hasStackTraceContaining("SSLHandshakeException");
    log.close().await(30, SECONDS);
  }

  private String url(String host) throws IOException {
    return "rediss://" + password + "@" + host + ":" + port;
  }
}
