package afa.site.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompareRowTest {
  @Test
  void ofATalkThatIsToComeNothingIsCalledComplete() {
    assertThat(row(false).coverage()).isEqualTo("to come");
    assertThat(row(true).coverage()).isEqualTo("complete");
  }

  private static CompareRow row(boolean begun) {
    Plot nothing =
        new Plot("No posts yet.", 0, 1, List.of(), List.of(), 0, 0, List.of(), List.of(), true, 0);
    return new CompareRow(null, "Sun 24 May, 14:00", 0, 0, 0, 0, 0, begun, nothing);
  }
}
