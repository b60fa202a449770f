package afa.benchmarks.delivery;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where a server takes readers and messages.
 *
 * @param streamPath of the event stream that begins now
 * @param pollPath of the long-poll, to which the cursor adds its place
 * @param probePath answers 200 once the server serves
 */
record Target(
    int port,
    String streamPath,
    String pollPath,
    String probePath,
    Cursor cursor,
    Envelope envelope) {
  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
