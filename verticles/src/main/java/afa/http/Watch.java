package afa.http;

import io.netty.channel.Channel;

/** Whoever sees to it that the connections of an event loop do not take forever. */
public interface Watch {
  /** Somebody else keeps this connection from now on. */
  void forget(Channel connection);

  /** It is kept no more, and has to be watched again. */
  void remember(Channel connection);
}
