package afa;

import afa.feed.LogEntry;
import afa.message.Addresses;
import afa.message.HeadAnnounced;
import afa.message.LogGrew;
import io.vertx.core.eventbus.EventBus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Readers that come all at once, get an update each, and go without a word: for {@link WarmUp}. It
 * tells the bus of a log that is nowhere.
 */
final class Crowd implements AutoCloseable {
  private static final String EVENT = "warm-up";
  private static final String EPOCH = "warm";
  private static final int READERS = 64;
  private static final int TIMEOUT_MILLIS = 250;

  private static final byte[] STREAM = request("stream?since=-1", "keep-alive");
  private static final byte[] POLL = request("updates?since=0&wait=0", "keep-alive");

  /** Not plain, so that Vert.x answers it. */
  private static final byte[] LAST_POLL = request("updates?since=0&wait=0", "close");

  private final EventBus bus;
  private final InetSocketAddress server;
  private final List<Socket> sockets = new ArrayList<>(READERS);
  private final byte[] answer = new byte[16_384];
  private long head;

  /**
   * @param bus where delivery listens
   * @param port where it serves
   */
  Crowd(EventBus bus, int port) {
    this.bus = bus;
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    Addresses.HEAD.publish(bus, new HeadAnnounced(EVENT, EPOCH, 0));
  }

  private static byte[] request(String path, String connection) {
    return ("GET /events/" + EVENT + "/" + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n"
            + "Connection: " + connection + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Comes, reads and goes; goes early if an answer takes too long, as it may on a busy machine.
   *
   * @return how many were served
   */
  int visit() throws IOException {
    try {
      readAll();
      return READERS;
    } catch (SocketTimeoutException busy) {
      return 0;
    } finally {
      close();
    }
  }

  private void readAll() throws IOException {
    for (int i = 0; i < READERS; i++) connect();
    for (int i = 0; i < READERS; i++) ask(sockets.get(i), i % 8 == 0 ? POLL : STREAM);
    for (Socket reader : sockets) hear(reader);
    append();
    for (int i = 0; i < READERS; i++) {
      if (i % 8 == 0) ask(sockets.get(i), LAST_POLL);
      hear(sockets.get(i));
    }
  }

  private void connect() throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setSoLinger(true, 0); // no port of the system stays taken
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(server, TIMEOUT_MILLIS);
  }

  private static void ask(Socket socket, byte[] request) throws IOException {
    socket.getOutputStream().write(request);
  }

  private void hear(Socket socket) throws IOException {
    if (socket.getInputStream().read(answer) < 0) throw new IOException("sent away");
  }

  private void append() {
    head++;
    LogEntry entry = new LogEntry(head, "{\"n\":" + head + ",\"type\":\"gone\"}");
    Addresses.appended(EVENT).publish(bus, new LogGrew(EVENT, EPOCH, head, List.of(entry)));
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) socket.close();
    sockets.clear();
  }
}
