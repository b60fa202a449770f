package afa.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Stands first in the pipeline of a connection and serves the plainest requests of readers without
 * Vert.x: those who come back by the thousand, and those who ask again after every update. The first
 * request that is not plain goes on to Vert.x, with all that follow on this connection.
 */
final class Shortcut extends SocketWriter implements WaitingPoll.Asker {
  private final PlainHandler handler;
  private final WaitingPoll poll = new WaitingPoll(this);
  private @Nullable Polls polls; // where it asked last
  private boolean unanswered;

  Shortcut(PlainHandler handler, EpollSocketChannel channel) {
    super((Socket) channel.fd());
    this.handler = handler;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof ByteBuf bytes) || isUnread(bytes)) return;
    PlainRequest request = PlainRequest.read(bytes);
    if (request != null && handler.serve(request, this)) bytes.release();
    else leave(bytes);
  }

  /**
   * Who asks again while waiting gets the first answer now. Who asks again while that is read from
   * the log, or is on its way, would get answers in another order than it asked, and gets no more.
   */
  private boolean isUnread(ByteBuf bytes) {
    if (polls != null) polls.release(poll);
    if (isFree() && !unanswered) return false;
    bytes.release();
    cut();
    return true;
  }

  /** Asks for updates; the answer comes at once or later. */
  void ask(Polls of, long since, FeedQuery query) {
    if (polls == null) handler.keeps(context().channel());
    polls = of;
    unanswered = true;
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
    if (polls != null) handler.keepsNoMore(context().channel());
    forgetPoll();
    context().pipeline().remove(this);
    context().fireChannelRead(bytes);
  }

  private void forgetPoll() {
    if (polls != null) polls.forget(poll);
    polls = null;
  }

  @Override
  public void answer(PollAnswer answer) {
    unanswered = false;
    if (!isFree()) return; // closed while the log was read
    ByteBuf raw = answer.raw();
    int end = raw.writerIndex();
    int sent = write(raw.memoryAddress(), 0, end);
    if (sent < end) later(raw.copy(sent, end - sent));
    if (polls != null) polls.rest(poll);
  }

  @Override
  public void unavailable() {
    cut(); // and asks again, on another connection
  }

  @Override
  public void rested() {
    cut();
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

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable broken) {
    context.fireExceptionCaught(broken);
  }
}
