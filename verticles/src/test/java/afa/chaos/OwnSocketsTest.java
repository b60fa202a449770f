package afa.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class OwnSocketsTest {
  @Test
  void aConnectionOfThisVeryProcessIsFound() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      long me = ProcessHandle.current().pid();
      assertThat(OwnSockets.to(server.getLocalPort(), me)).containsExactly(socket.getLocalPort());
    }
  }
}
