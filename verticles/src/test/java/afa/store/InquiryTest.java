package afa.store;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Position;
import afa.message.ArchivePage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When others are asked, and how long they have. */
final class InquiryTest {
  private static final Duration TIME = Duration.ofSeconds(1);

  private final List<String> asked = new ArrayList<>(); // about these lives
  private long nanos = -5;
  private final Inquiry inquiry = inquiry(TIME);

  private Inquiry inquiry(Duration time) {
    return new Inquiry(time, now -> asked.add(now.most().epoch()), () -> nanos);
  }

  /** Redis has that life, or none, and the archive nothing. */
  private static Situation found(String epoch) {
    return archived(epoch, "");
  }

  private static Situation archived(String found, String epoch) {
    return new Situation(
        null,
        Set.of(),
        new Position(found, 7),
        new ArchivePage(false, epoch, 9, false, List.of()),
        false,
        false,
        false,
        false,
        new Recent(1_000));
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void othersHaveTheirTimeFromTheQuestionOnHoweverLateItIs() {
    pass(Duration.ofSeconds(20)); // until the archive answered
    assertThat(inquiry.isOpen(found("e1"))).isTrue();
    inquiry.ask(found("e1"));
    pass(TIME.minusNanos(1));
    assertThat(inquiry.isOpen(found("e1"))).isTrue();
    pass(Duration.ofNanos(1));
    assertThat(inquiry.isOpen(found("e1"))).isFalse();
  }

  @Test
  void theyAreAskedOnceAboutEachLife() {
    inquiry.ask(found("e1"));
    inquiry.ask(found("e1"));
    pass(TIME);
    assertThat(inquiry.isOpen(archived("", "e2"))).isTrue();
    inquiry.ask(archived("", "e2"));
    assertThat(asked).containsExactly("e1", "e2");
    assertThat(inquiry.isOpen(archived("", "e2"))).isTrue();
  }

  @Test
  void withNothingToAskAboutNobodyIsAsked() {
    inquiry.ask(found(""));
    assertThat(asked).isEmpty();
    assertThat(inquiry.isOpen(found(""))).isTrue();
    pass(TIME);
    assertThat(inquiry.isOpen(found(""))).isFalse();
  }

  @Test
  void aLogThatIsClosedAgainIsAskedAboutAgain() {
    inquiry.ask(found("e1"));
    pass(TIME);
    inquiry.closed();
    assertThat(inquiry.isOpen(found("e1"))).isTrue();
    inquiry.ask(found("e1"));
    assertThat(asked).containsExactly("e1", "e1");
  }

  @Test
  void aStoreThatIsAloneWaitsForNobody() {
    assertThat(inquiry(Duration.ZERO).isOpen(found("e1"))).isFalse();
    assertThat(inquiry(Duration.ZERO).isOpen(found(""))).isFalse();
  }
}
