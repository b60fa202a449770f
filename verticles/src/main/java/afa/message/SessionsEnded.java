package afa.message;

import java.time.Instant;

/**
 * Somebody logged out; no console takes the cookie any more.
 *
 * @param user whose sessions end
 * @param session the one that ends; empty for all that began until {@code at}
 */
public record SessionsEnded(String user, String session, Instant at) implements BusMessage {}
