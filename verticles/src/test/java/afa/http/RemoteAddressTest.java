package afa.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RemoteAddressTest {
  @Test
  void whatOurOwnLoadBalancerSawIsTheLastOfTheLastLine() {
    assertThat(RemoteAddress.last(List.of("10.0.0.1"))).isEqualTo("10.0.0.1");
    assertThat(RemoteAddress.last(List.of("1.1.1.1, 10.0.0.1"))).isEqualTo("10.0.0.1");
    assertThat(RemoteAddress.last(List.of("1.1.1.1", "2.2.2.2 , 10.0.0.1 "))).isEqualTo("10.0.0.1");
  }
}
