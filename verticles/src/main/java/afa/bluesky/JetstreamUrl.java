package afa.bluesky;

import java.net.URI;
import java.util.Optional;

/**
 * Where an instance of Jetstream is reached, and which of its formats is spoken there.
 *
 * @param address without a query
 */
record JetstreamUrl(URI address, Format format) {

  /** How events are written. */
  enum Format {
    V1("/subscribe"),
    V2("/xrpc/network.bsky.jetstream.subscribeEvents");

    private final String path;

    Format(String path) {
      this.path = path;
    }
  }

  /**
   * Reads an address: that of an instance, to which the path of the format is added, or a whole
   * one, whose path tells the format.
   */
  static Optional<JetstreamUrl> read(String text, Format otherwise) {
    try {
      String trimmed = text.strip().replaceAll("/+$", "");
      URI base = new URI(trimmed.replaceFirst("^http(?=s?://)", "ws"));
      boolean socket = "wss".equals(base.getScheme()) || "ws".equals(base.getScheme());
      if (!socket || base.getHost() == null || base.getRawQuery() != null) return Optional.empty();
      for (Format format : Format.values()) {
        if (base.getPath().endsWith(format.path))
          return Optional.of(new JetstreamUrl(base, format));
      }
      return Optional.of(new JetstreamUrl(new URI(base + otherwise.path), otherwise));
    } catch (java.net.URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /**
   * The address with its query, both of posts alone.
   *
   * @param cursor in microseconds; 0 for none
   * @param mostBytes larger events are left out by the network
   */
  String subscription(long cursor, int mostBytes) {
    String wanted = format == Format.V1
        ? "?wantedCollections=" + AtUri.POSTS
        : "?kinds=commit&kinds=identity&kinds=account&collections=" + AtUri.POSTS;
    String since = cursor > 0 ? "&cursor=" + cursor : "";
    return address + wanted + "&maxMessageSizeBytes=" + mostBytes + since;
  }
}
