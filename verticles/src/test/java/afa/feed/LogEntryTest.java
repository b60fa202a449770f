package afa.feed;

import static org.assertj.core.api.Assertions.assertThat;

import afa.testkit.Posts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LogEntryTest {
  private static final String POST = FeedJson.encode(Posts.post(1));

  @Test
  void anAmendmentNamesWhatItIsAboutWithoutBeingParsed() {
    assertThat(LogEntry.revise(1_240, 17, POST).target()).hasValue(17);
    assertThat(LogEntry.retract(1_240, 17).target()).hasValue(17);
  }

  @Test
  void nothingElseIsAboutAnotherEntry() {
    String retract = "{\"n\":2,\"type\":\"retract\",\"target\":1}";
    Post quoting = Post.builder("x", "1").text(retract).receivedAt(Instant.EPOCH);
    assertThat(LogEntry.post(1, POST).target()).isEmpty();
    assertThat(LogEntry.post(1, FeedJson.encode(quoting)).target()).isEmpty();
    assertThat(LogEntry.gone(1).target()).isEmpty();
    assertThat(new LogEntry(1, "").target()).isEmpty();
    assertThat(new LogEntry(1, "x" + retract).target()).isEmpty();
    assertThat(new LogEntry(1, retract.replace(":1}", ":9999999999999999999}")).target())
        .isEmpty();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(LogEntry.revise(9, 1, POST).update())
        .isEqualTo(new Update(9, Update.Type.REVISE, 1L, Posts.post(1)));
    assertThat(LogEntry.retract(9, 1).update())
        .isEqualTo(new Update(9, Update.Type.RETRACT, 1L, null));
    assertThat(LogEntry.gone(9).update()).isEqualTo(new Update(9, Update.Type.GONE, null, null));
  }
}
