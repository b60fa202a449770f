package afa.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.unix.Socket;
import java.io.IOException;

/**
 * Writes straight to the socket of its channel: one system call, nothing allocated, nothing queued.
 * What the socket does not take is copied by whoever writes and left to the channel; as long as the
 * channel has something to write, nothing may overtake it.
 */
abstract class SocketWriter extends ChannelInboundHandlerAdapter implements ChannelFutureListener {
  private final Socket socket;
  private ChannelHandlerContext context;
  private int writing; // left to the channel, and not written yet

  SocketWriter(Socket socket) {
    this.socket = socket;
  }

  @Override
  public final void handlerAdded(ChannelHandlerContext context) {
    this.context = context;
  }

  final ChannelHandlerContext context() {
    return context;
  }

  final boolean isOpen() {
    return socket.isOpen();
  }

  /** Whether bytes may go straight to the socket. */
  final boolean isFree() {
    // A closed socket's number may be that of somebody else's connection by now.
    return writing == 0 && socket.isOpen();
  }

  /**
   * Writes a piece of memory; only while {@link #isFree}.
   *
   * @return where the socket took no more, in the terms of {@code from} and {@code to}; a connection
   *     that broke takes all
   */
  final int write(long address, int from, int to) {
    try {
      return from + socket.sendAddress(address, from, to);
    } catch (IOException broken) {
      cut();
      return to;
    }
  }

  /** Leaves bytes to the channel, which releases them. */
  final void later(ByteBuf rest) {
    writing++;
    context.writeAndFlush(rest).addListener(this);
  }

  /** Sends bytes behind all that was sent before, and releases them. */
  final void send(ByteBuf bytes) {
    if (isFree()) bytes.readerIndex(write(bytes.memoryAddress(), 0, bytes.writerIndex()));
    if (bytes.isReadable() && isOpen()) later(bytes);
    else bytes.release();
  }

  @Override
  public final void operationComplete(ChannelFuture written) {
    writing--;
    // Not at once: a rest that fits after all would end here in the middle of its own sending.
    context.executor().execute(this::drained);
  }

  /** More may go straight to the socket again. */
  abstract void drained();

  /** Closes the connection. */
  public final void cut() {
    ChannelFuture unused = context.close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable broken) {
    cut();
  }
}
