package afa.front;

import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where a node listens, and how.
 *
 * @param tls with it HTTP/2 and HTTP/1.1 over TLS, without it both in clear
 * @param silence a peer that acknowledges nothing, or takes nothing, for this long is dead: more than
 *     a heartbeat and than the longest wait of a poll
 */
public record Port(String host, int number, Optional<TlsPair> tls, Duration silence) {
  /**
   * What the kernel may hold for a reader that is slow: left to itself it takes up to 4 MB for each.
   * A second's worth of a mobile connection, and more than a reader is sent at once.
   */
  private static final int SEND_BUFFER_BYTES = 128 * 1024;

  /** The same with another number. */
  Port at(int actual) {
    return new Port(host, actual, tls, silence);
  }

  /** The same with a certificate that was renewed. */
  Port showing(TlsPair pair) {
    return new Port(host, number, Optional.of(pair), silence);
  }

  /**
   * @param isNative whether sockets are the operating system's own; these give up a silent peer by
   *     themselves, others need a timer for each connection
   */
  HttpServerOptions options(FrontConfig config, boolean isNative) {
    HttpServerOptions options = new HttpServerOptions()
        .setHost(host)
        .setPort(number)
        .setAcceptBacklog(16_384)
        .setTcpNoDelay(true)
        .setSendBufferSize(SEND_BUFFER_BYTES)
        // One queue a connection that only its own event loop touches: 4.7 KB a reader less.
        .setStrictThreadMode(true)
        .setDecoderInitialBufferSize(64)
        // Nobody here speaks WebSocket; without this each connection has a handler for it.
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setHandle100ContinueAutomatically(true);
    options.setInitialSettings(
        new Http2Settings().setMaxConcurrentStreams(config.streamsPerConnection()));
    // Streams opened and reset at once cost us and not them (CVE-2023-44487).
    options.setHttp2RstFloodMaxRstFramePerWindow(200).setHttp2RstFloodWindowDuration(30);
    if (isNative) options.setTcpUserTimeout((int) silence.toMillis());
    else options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS).setIdleTimeout((int) silence.toMillis());
    tls.ifPresent(pair -> options.setSsl(true).setUseAlpn(true).setKeyCertOptions(pair.options()));
    options.setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
    options.setSslHandshakeTimeout(config.patience().toMillis());
    return options;
  }
}
