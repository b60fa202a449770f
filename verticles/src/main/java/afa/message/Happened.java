package afa.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something for the timeline of the console.
 *
 * @param id random, so that it is kept once
 * @param node where, absent for what concerns the cluster
 * @param verticle which one, absent for what concerns the node
 * @param who did it: a person, or "supervisor", "cluster"
 * @param kind one word for programs, such as {@code restart}, {@code failed}, {@code login}
 * @param sentence for people
 */
public record Happened(
    String id,
    Instant at,
    @Nullable String node,
    @Nullable String verticle,
    String who,
    String kind,
    boolean bad,
    String sentence)
    implements BusMessage {}
