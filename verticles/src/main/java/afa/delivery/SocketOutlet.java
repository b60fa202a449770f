package afa.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.unix.Socket;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.net.impl.ShutdownEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes chunks of HTTP/1.1 straight to the socket: one system call for a run of updates, nothing
 * allocated. It is the only handler in the pipeline of its channel, so all that an idle reader costs
 * is the channel, this and a {@link StreamReader}.
 *
 * <p>A socket that takes only a part has begun an update that must be finished first. That rest is
 * copied and left to the channel, which tells when it is written; until then the outlet is not
 * ready. So a slow reader never holds on to a page.
 */
final class SocketOutlet extends ChannelInboundHandlerAdapter
    implements Outlet, ChannelFutureListener {
  private static final String LAST_CHUNK = "0\r\n\r\n";

  private final Socket socket;
  private Listener listener;
  private ChannelHandlerContext context;
  private int writing; // left to the channel, and not written yet

  SocketOutlet(Socket socket) {
    this.socket = socket;
  }

  @Override
  public void listener(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    this.context = context;
  }

  @Override
  public void begin(String greeting) {
    sendRaw(StreamHead.RAW + chunk(greeting));
  }

  @Override
  public boolean isReady() {
    // A closed socket's number may be that of somebody else's connection by now.
    return writing == 0 && socket.isOpen();
  }

  @Override
  public long send(Page page, long since, long upTo) {
    int from = page.begin(since);
    int end = page.end(upTo);
    int sent = write(page.address(), from, end);
    if (sent == end) return upTo;
    long begun = page.at(sent);
    later(page.copy(sent, page.end(begun)));
    return begun;
  }

  /** Up to where it went; a connection that is broken takes all. */
  private int write(long address, int from, int end) {
    try {
      return from + socket.sendAddress(address, from, end);
    } catch (IOException broken) {
      cut();
      return end;
    }
  }

  private void later(ByteBuf rest) {
    writing++;
    context.writeAndFlush(rest).addListener(this);
  }

  @Override
  public void operationComplete(ChannelFuture written) {
    writing--;
    // Not at once: a rest that fits after all would end here in the middle of its own sending.
    context.executor().execute(listener::drained);
  }

  @Override
  public void send(String text) {
    sendRaw(chunk(text));
  }

  private static String chunk(String ascii) {
    return Integer.toHexString(ascii.length()) + "\r\n" + ascii + "\r\n";
  }

  private void sendRaw(String text) {
    if (!socket.isOpen()) return;
    ByteBuf bytes = Unpooled.directBuffer(text.length());
    bytes.writeCharSequence(text, StandardCharsets.US_ASCII);
    if (writing == 0) bytes.readerIndex(write(bytes.memoryAddress(), 0, bytes.writerIndex()));
    if (bytes.isReadable()) later(bytes);
    else bytes.release();
  }

  @Override
  public void end() {
    sendRaw(LAST_CHUNK);
    cut();
  }

  @Override
  public void cut() {
    context.close();
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

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable broken) {
    cut();
  }
}
