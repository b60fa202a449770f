package afa.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfilesTest {
  private final List<String> asked = new ArrayList<>();
  private Instant now = Instant.parse("2027-01-15T08:00:00Z");
  private boolean known = true;
  private final Profiles profiles = new Profiles(this::ask, Duration.ofHours(6), () -> now);

  @Test
  void aProfileIsBelievedForHours() {
    profiles.get(Frames.DID);
    now = now.plus(Duration.ofHours(5));
    profiles.get(Frames.DID);
    assertThat(asked).hasSize(1);
    now = now.plus(Duration.ofHours(2));
    profiles.get(Frames.DID);
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatIsNotKnownIsNotRemembered() {
    known = false;
    assertThat(profiles.get(Frames.DID).result().author().name()).startsWith("did:plc:");
    known = true;
    assertThat(profiles.get(Frames.DID).result().author().name()).isEqualTo("Mirela");
  }

  @Test
  void whoMayBeCalledOtherwiseIsAskedForAgain() {
    profiles.get(Frames.DID);
    profiles.forget(Frames.DID);
    profiles.get(Frames.DID);
    assertThat(asked).hasSize(2);
  }

  private Future<Optional<Profile>> ask(String did) {
    asked.add(did);
    Profile mirela =
        new Profile(new afa.feed.Author("Mirela", null, Pages.profile(did), null), Labels.NONE);
    return Future.succeededFuture(known ? Optional.of(mirela) : Optional.empty());
  }
}
