package afa;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MembersTest {
  private static final List<String> NAMED = List.of("192.0.2.7", "192.0.2.8");

  @Test
  void whoFindsNoneOfThoseItWasToldOfSaysSo() {
    Members members = new Members(NAMED, () -> 1, true);
    assertThat(members.missed().orElseThrow()).contains("192.0.2.7, 192.0.2.8");
    assertThat(members.isUseless()).isFalse();
  }

  @Test
  void whoHasNoStoreAndNobodyElseIsUseless() {
    assertThat(new Members(List.of(), () -> 1, false).missed()).isPresent();
    assertThat(new Members(NAMED, () -> 1, false).isUseless()).isTrue();
  }

  @Test
  void whoIsMeantToBeAloneOrIsNotSaysNothing() {
    assertThat(new Members(List.of(), () -> 1, true).missed()).isEmpty();
    assertThat(new Members(NAMED, () -> 2, false).missed()).isEmpty();
  }

  @Test
  void addressesOfThisMachineAreNoOthers() {
    Config config = new Config();
    config
        .getNetworkConfig()
        .getJoin()
        .getTcpIpConfig()
        .setEnabled(true)
        .setMembers(List.of("127.0.0.1", "localhost:5702", "192.0.2.7:5701", "192.0.2.1-9"));
    assertThat(Members.others(config)).containsExactly("192.0.2.7:5701", "192.0.2.1-9");
  }
}
