package afa.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import afa.mastodon.StatusIntake.Taken;
import afa.source.SourceCounters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose word counts: a server's about its own people's posts, when we ask it ourselves. */
@ExtendWith(VertxExtension.class)
class StatusIntakeTest {
  private static final Instant NOW = Instant.parse("2026-05-24T12:30:00Z");
  private static final String URI = Statuses.BASE + "/users/nell/statuses/1";
  private static final String IDENTITY = "mastodon:" + URI;

  private final Taken taken = new Taken();

  @Test
  void whatAServerSaysOfItsOwnPostsCounts(Vertx vertx) {
    changeAndDelete(vertx, Statuses.BASE, "https://pier.example");
    assertThat(taken.posts()).allMatch(post -> post.version() != null);
    assertThat(taken.retracted()).containsExactly(IDENTITY, IDENTITY);
  }

  @Test
  void whatAServerSaysOfAnotherOnesPostsDoesNot(Vertx vertx) {
    changeAndDelete(vertx, "https://pier.example", Statuses.BASE);
    assertThat(taken.posts()).hasSize(1).allMatch(post -> post.version() == null);
    assertThat(taken.retracted()).isEmpty();
  }

  @Test
  void ofPostsFromElsewhereAnyServersWordCounts(Vertx vertx) {
    changeAndDelete(vertx, "https://pier.example", "https://quay.example.org");
    assertThat(taken.posts()).allMatch(post -> post.version() != null);
    assertThat(taken.retracted()).hasSize(2);
  }

  private void changeAndDelete(Vertx vertx, String server, String other) {
    MastodonConfig config = MastodonConfig.of(List.of(server, other), "", List.of(Statuses.TAG));
    MastodonSite site = new MastodonSite(vertx, config, config.servers().get(0));
    SourceCounters counters = new SourceCounters("e", "mastodon", new SimpleMeterRegistry());
    StatusIntake intake = new StatusIntake("mastodon", counters, site.ids(), site::decides);
    StatusParser parser = site.parser(Instance.unknown(config.servers().get(0)));
    JsonObject edited = Statuses.status("1").put("edited_at", "2026-05-24T12:05:00.000Z");
    intake.takeEdited(parser.read(edited.encode(), NOW), taken);
    intake.takeEdited(parser.read(edited.put("tags", new JsonArray()).encode(), NOW), taken);
    intake.takeDeleted("1", taken);
  }
}
