package afa.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortTest {
  @Test
  void givesNoPortTwice() {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 120; i++) given.add(FreePort.find());

    assertThat(given).hasSize(120).allMatch(port -> port > 10_000 && port < 30_000);
  }

  @Test
  void portsOfRowAreNotGivenSinglyAndCanBeTaken() throws Exception {
    int row = FreePort.findRow(10);

    for (int i = 0; i < 60; i++) {
      assertThat(FreePort.find()).matches(port -> port < row || port >= row + 10);
    }
    for (int port = row; port < row + 10; port++) {
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThat(socket.isBound()).isTrue();
      }
    }
  }

  @Test
  void blockIsHeldAgainstOtherProcesses() {
    int first = FreePort.find() / 50 * 50;

    assertThatThrownBy(() -> new ServerSocket(first, 1, InetAddress.getLoopbackAddress()))
        .isInstanceOf(BindException.class);
  }

  @Test
  void rowThatFitsNoBlockIsRefused() {
    assertThatThrownBy(() -> FreePort.findRow(50)).hasMessageContaining("1 to 49 ports, not 50");
  }
}
