package afa.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands first in the pipeline of a connection and serves the plainest requests of readers without
 * Vert.x: those who come back by the thousand, and those who ask again after every update. The first
 * request that is not plain goes on to Vert.x, with all that follow on this connection.
 */
final class Shortcut extends SocketWriter implements WaitingPoll.Asker {
  private static final Logger log = LoggerFactory.getLogger(Shortcut.class);

  private final PlainHandler handler;
  private final WaitingPoll poll = new WaitingPoll(this);
  private @Nullable Polls polls; // where it asked last
  private boolean isOwed; // an answer

  Shortcut(PlainHandler handler, EpollSocketChannel channel) {
    super((Socket) channel.fd());
    this.handler = handler;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof ByteBuf bytes) || isUnread(bytes)) return;
    if (isServed(bytes)) bytes.release();
    else leave(bytes);
  }

  private boolean isServed(ByteBuf bytes) {
    try {
      return handler.serve(bytes, this);
    } catch (RuntimeException | OutOfMemoryError broken) {
      log.error("A plain request has no answer", broken);
      cut(); // part of an answer may have been sent
      return true;
    }
  }

  /** Who asks again while the answer is on its way does not read answers, and gets no more. */
  private boolean isUnread(ByteBuf bytes) {
    // Who asks again while waiting gets the first answer now.
    if (polls != null) polls.visit(poll);
    // What the log is still read for would come behind the answer to what is asked now.
    if (isFree() && !isOwed) return false;
    bytes.release();
    cut();
    return true;
  }

  /** Asks for updates; the answer comes at once or later. */
  void ask(Polls of, long since, FeedQuery query) {
    if (polls == null) handler.keeps(context().channel());
    polls = of;
    isOwed = true;
    of.add(poll, since, query);
  }

  /** Takes the connection for a stream. */
  SocketOutlet stream() {
    forgetPoll();
    SocketOutlet outlet =
        new SocketOutlet((Socket) ((EpollSocketChannel) context().channel()).fd());
    handler.keeps(context().channel());
    Takeover.replaceAll(context().pipeline(), outlet);
    return outlet;
  }

  private void leave(ByteBuf bytes) {
    giveBack();
    context().fireChannelRead(bytes);
  }

  private void giveBack() {
    if (polls != null) handler.keepsNoMore(context().channel());
    forgetPoll();
    context().pipeline().remove(this);
  }

  private void forgetPoll() {
    if (polls != null) polls.forget(poll);
    polls = null;
  }

  @Override
  public void answer(PollAnswer answer) {
    if (!isFree()) return; // closed while the log was read
    isOwed = false;
    ByteBuf raw = answer.raw();
    int end = raw.writerIndex();
    int sent = write(raw.memoryAddress(), 0, end);
    // Shared, as many may ask the same and be slow.
    if (sent < end) later(raw.retainedSlice(sent, end - sent));
    if (polls != null) polls.rest(poll);
  }

  @Override
  public void unavailable() {
    cut(); // and asks again, on another connection
  }

  @Override
  public void rested() {
    giveBack(); // it may still be taking a long answer: the port knows how long that may last
  }

  @Override
  void drained() {
    // The next request says what comes next.
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    forgetPoll();
    context.fireChannelInactive();
  }

  /** The connection is still that of Vert.x. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable broken) {
    context.fireExceptionCaught(broken);
  }
}
