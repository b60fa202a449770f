package afa.message;

import java.time.Instant;

/**
 * Somebody gave a wrong password; all consoles let the next attempt wait.
 *
 * @param node that was asked
 * @param user as it was given
 * @param address that it came from
 */
public record LoginRefused(String node, String user, String address, Instant at)
    implements BusMessage {}
