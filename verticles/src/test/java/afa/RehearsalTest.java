package afa;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.Media;
import afa.feed.Post;
import afa.message.BusMessage;
import afa.message.ReadLog;
import afa.rehearsal.RehearsedEvent;
import afa.store.StoreVerticle;
import afa.testkit.Http;
import afa.testkit.InMemoryLog;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A node's own rehearsal, followed through the real clients. */
@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RehearsalTest {
  @TempDir
  private Path data;

  @Test
  void everyNetworkArrivesInTheLogOfTheRehearsedEvent(Vertx vertx) throws Exception {
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    InMemoryLog log = new InMemoryLog();
    vertx.deployVerticle(new StoreVerticle(List.of(), log)).await(30, SECONDS);
    Files.writeString(data.resolve("rehearsal.port"), "0"); // any that is free
    Rehearsal rehearsal = Rehearsal.start(vertx, data).await(30, SECONDS);
    assertThat(data.resolve("rehearsal.port")).hasContent(Integer.toString(rehearsal.port()));
    FollowedEvent event = rehearsal.event();
    assertThat(event.info().event()).isEqualTo(RehearsedEvent.ID);
    assertThat(event.sources().keySet())
        .containsExactlyInAnyOrderElementsOf(event.info().sources());
    for (var source : event.sources().values()) {
      vertx.deployVerticle(source.get()).await(30, SECONDS);
    }
    await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(networks(log))
        .containsAll(event.sources().keySet()));
    String origin = rehearsal.event().info().mediaOrigins().get(0);
    for (String picture : pictures(log)) {
      assertThat(picture).startsWith(origin);
      String path = picture.substring(origin.length());
      assertThat(Http.get(rehearsal.port(), path).headers().firstValue("content-type"))
          .as(picture)
          .hasValueSatisfying(type -> assertThat(type).startsWith("image/"));
    }
  }

  /** Of all posts, each once. */
  private static Set<String> pictures(InMemoryLog log) {
    Set<String> pictures = new TreeSet<>();
    posts(log).forEach(post -> {
      if (post.author().avatar() != null) pictures.add(post.author().avatar());
      post.emoji().forEach(emoji -> pictures.add(emoji.url()));
      for (Media media : post.media()) {
        pictures.add(media.url());
        if (media.thumbnail() != null) pictures.add(media.thumbnail());
      }
    });
    return pictures;
  }

  /** Those of which something is in the log. */
  private static Set<String> networks(InMemoryLog log) {
    return posts(log).map(Post::source).collect(Collectors.toSet());
  }

  private static Stream<Post> posts(InMemoryLog log) {
    return log.read(new ReadLog(RehearsedEvent.ID, 0, 10_000)).result().entries().stream()
        .map(entry -> entry.update().post())
        .filter(Objects::nonNull);
  }
}
