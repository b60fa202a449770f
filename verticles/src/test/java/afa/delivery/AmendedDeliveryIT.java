package afa.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.feed.Post;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.testkit.EventStreamReader;
import afa.testkit.EventStreamReader.Event;
import afa.testkit.Http;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What readers get of posts that were edited or deleted, over real sockets. */
final class AmendedDeliveryIT extends DeliveryRig {
  private static final String SECRET = "told in confidence";
  private static final String CORRECTED = "corrected";

  @Test
  void whoConnectsAfterARetractionNeverGetsTheText() throws Exception {
    append(1, 2);
    bring(version("1", SECRET));
    append(5, 6);
    retract();
    assertThat(received(stream("stream?since=0"), 6)).contains("gone", "retract");
    assertThat(received(stream("stream?since=2"), 4)).contains("gone", "retract");
    assertThat(polled("updates?since=0&wait=0")).contains("gone", "retract");
    assertThat(polled("updates?since=2&limit=1&wait=0")).contains("gone");
  }

  @Test
  void anEditedTextIsGoneFromTheRevisionToo() throws Exception {
    append(1, 2);
    bring(version("1", "first"));
    bring(version("2", SECRET));
    append(5, 6);
    bring(version("3", CORRECTED));
    for (int since = 0; since <= 6; since++) {
      assertThat(received(stream("stream?since=" + since), 7 - since)).contains(CORRECTED);
    }
    retract();
    for (int since = 0; since <= 7; since++) {
      assertThat(received(stream("stream?since=" + since), 8 - since)).doesNotContain(CORRECTED);
    }
  }

  @Test
  void whoIsInTheMiddleIsTold() throws Exception {
    append(1, 2);
    bring(version("1", "first"));
    EventStreamReader reader = stream("stream?since=2");
    reader.next(1);
    CompletableFuture<JsonObject> poll = Http.later(port, FEED + "updates?since=3&wait=20");
    await().until(() -> counters.waiting.get() > 0);
    bring(version("2", CORRECTED));
    JsonObject revise = new JsonObject(reader.next().data());
    assertThat(revise.getString("type")).isEqualTo("revise");
    assertThat(revise.getLong("target")).isEqualTo(3);
    assertThat(revise.getString("text")).isEqualTo(CORRECTED);
    assertThat(poll.get(30, SECONDS).getJsonArray("updates").getJsonObject(0)).isEqualTo(revise);
    retract();
    assertThat(reader.next().data()).isEqualTo("{\"n\":5,\"type\":\"retract\",\"target\":3}");
  }

  @Test
  void pagesFromBeforeTheTailForgetTheText() throws Exception {
    append(1, 99);
    bring(version("1", "first"));
    bring(version("2", SECRET));
    append(102, 900);
    append(901, 2_600); // more than the memory of the tail holds
    assertThat(stream("stream?since=0").next(2_600).get(100).data()).contains(SECRET);
    retract(); // from a page that is full, and so kept
    assertThat(polled("updates?since=99&limit=5&wait=0")).contains("gone");
    assertThat(received(stream("stream?since=0"), 2_601)).contains("gone", "retract");
  }

  @Test
  void whatABatchTakesBackItselfIsNeverSent() throws Exception {
    EventStreamReader reader = stream("stream?since=-1");
    Post secret = version("1", SECRET);
    ask(new AppendPosts(EVENT, "x", List.of(secret), List.of(secret.identity()), null, null));
    assertThat(received(reader, 2)).contains("gone", "retract");
  }

  private static Post version(String version, String text) {
    return Post.builder("x", "edited").version(version).text(text).receivedAt(Instant.EPOCH);
  }

  private void bring(Post post) throws Exception {
    ask(new AppendPosts(EVENT, "x", List.of(post), null));
  }

  private void retract() throws Exception {
    ask(new AppendPosts(EVENT, "x", List.of(), List.of("x:edited"), null, null));
  }

  /** Waits until delivery has heard of it. */
  private void ask(AppendPosts request) throws Exception {
    Appended answer = Addresses.APPEND.call(vertx.eventBus(), request).await(30, SECONDS);
    await().until(() -> json("updates?since=-1&wait=0").getLong("head") == answer.head());
  }

  /** All that a stream brought, none of it the secret. */
  private static String received(EventStreamReader reader, int count) throws Exception {
    String all = reader.next(count).stream().map(Event::data).collect(Collectors.joining("\n"));
    reader.close();
    assertThat(all).doesNotContain(SECRET);
    return all;
  }

  private String polled(String path) throws Exception {
    String all = Http.get(port, FEED + path).body();
    assertThat(all).doesNotContain(SECRET);
    return all;
  }
}
