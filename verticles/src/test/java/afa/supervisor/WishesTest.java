package afa.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
final class WishesTest {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  @TempDir
  private Path folder;

  @Test
  void whoWasNeverSpokenOfIsToRun() {
    assertThat(Wishes.NONE.wantsToRun("n1/store")).isTrue();
  }

  @Test
  void theLastWordCountsWhereverItWasSaid() {
    Wishes here = Wishes.NONE.with("x.aea", false, NOON, "ada").with("n1/site", true, NOON, "ada");
    Wishes there = Wishes.NONE
        .with("x.aea", true, NOON.plusSeconds(1), "bob")
        .with("n1/site", false, NOON.minusSeconds(1), "bob");
    Wishes merged = here.merge(there);
    assertThat(merged).isEqualTo(there.merge(here));
    assertThat(merged.byKey().get("x.aea").who()).isEqualTo("bob");
    assertThat(merged.byKey().get("n1/site").who()).isEqualTo("ada");
  }

  @Test
  void ofTwoAtTheSameInstantAllNodesChooseTheSame() {
    Wishes stop = Wishes.NONE.with("x.aea", false, NOON, "ada");
    Wishes run = Wishes.NONE.with("x.aea", true, NOON, "bob");
    assertThat(stop.merge(run)).isEqualTo(run.merge(stop));
    assertThat(stop.merge(run).wantsToRun("x.aea")).isFalse();
  }

  @Test
  void aLaterWordWinsThoughItsClockIsLate() {
    Wishes wishes = Wishes.NONE
        .with("x.aea", false, NOON, "ada")
        .with("x.aea", true, NOON.minusSeconds(60), "bob");
    assertThat(wishes.wantsToRun("x.aea")).isTrue();
  }

  @Test
  void whatWasWrittenDownIsReadAgain() throws Exception {
    Wishes wishes = Wishes.NONE.with("x.aea", false, NOON, "ada").with("n1/site", true, NOON, "b");
    WishFile file = new WishFile(folder.resolve("nodes/n1/wishes.json"));
    assertThat(file.read()).isEqualTo(Wishes.NONE);
    file.write(Wishes.NONE);
    file.write(wishes);
    assertThat(file.read()).isEqualTo(wishes);
  }

  @Test
  void whatCannotBeReadIsLeftOut() throws Exception {
    assertThat(Wishes.parse("{\"a\":3,\"b\":{\"run\":false},\"c\":{\"run\":1,\"at\":\"x\"}}"))
        .isEqualTo(new Wishes(Map.of()));
    Path broken = Files.writeString(folder.resolve("wishes.json"), "{\"a\":");
    assertThat(new WishFile(broken).read()).isEqualTo(Wishes.NONE);
  }
}
