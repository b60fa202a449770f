package afa.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.unix.Socket;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.net.impl.ShutdownEvent;
import java.nio.charset.StandardCharsets;

/**
 * Sends a stream straight to the socket, as chunks of HTTP/1.1: a run of updates is one system call.
 * It is the only handler in the pipeline of its channel, so all that an idle reader costs is the
 * channel, this and a {@link StreamReader}.
 *
 * <p>A socket that takes only a part has begun an update that must be finished first; a copy of that
 * rest is all that waits. So a slow reader never holds on to a page.
 */
final class SocketOutlet extends SocketWriter implements Outlet {
  private static final String LAST_CHUNK = "0\r\n\r\n";

  private Listener listener;
  private boolean ended;

  SocketOutlet(Socket socket) {
    super(socket);
  }

  @Override
  public void listener(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void begin(String greeting) {
    sendRaw(StreamHead.RAW + chunk(greeting));
  }

  @Override
  public boolean isReady() {
    return isFree();
  }

  @Override
  public long send(Page page, long since, long upTo) {
    int end = page.end(upTo);
    int sent = write(page.address(), page.begin(since), end);
    if (sent == end) return upTo;
    long begun = page.at(sent);
    later(page.copy(sent, page.end(begun)));
    return begun;
  }

  @Override
  void drained() {
    if (!isFree()) return;
    if (ended) cut();
    else listener.drained();
  }

  @Override
  public void send(String text) {
    sendRaw(chunk(text));
  }

  private static String chunk(String ascii) {
    return Integer.toHexString(ascii.length()) + "\r\n" + ascii + "\r\n";
  }

  private void sendRaw(String ascii) {
    ByteBuf bytes = Unpooled.directBuffer(ascii.length());
    bytes.writeCharSequence(ascii, StandardCharsets.US_ASCII);
    send(bytes);
  }

  @Override
  public void end() {
    ended = true;
    sendRaw(LAST_CHUNK);
    if (isFree()) cut(); // else once all is written
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object bytes) {
    // Who reads a stream has nothing more to say on this connection; nobody would understand it.
    ReferenceCountUtil.release(bytes);
    cut();
  }

  @Override
  public void channelInactive(ChannelHandlerContext closed) {
    listener.gone();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext from, Object event) {
    if (event instanceof ShutdownEvent) end(); // the server of Vert.x goes down
  }
}
