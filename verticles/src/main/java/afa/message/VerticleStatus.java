package afa.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a verticle of a node is doing.
 *
 * @param verticle its name, the same on all nodes, such as {@code delivery} or {@code x.aea2026}
 * @param wanted whether a person, or nobody else, wants it to run
 * @param since when it came into that state
 * @param standby whether another node does the work and this one would take over
 * @param worked when it last did something, or showed that it could; absent before the first time
 * @param work things done since it was started: posts, updates, requests
 * @param lag how far it is behind, absent where that means nothing
 * @param lagMeaning what {@code lag} counts, such as "updates not yet archived"
 * @param restartsByPeople since the node started
 * @param restartsByFailures since the node started
 * @param error the last one in plain words, absent when there was none
 */
public record VerticleStatus(
    String verticle,
    boolean wanted,
    VerticleState state,
    Instant since,
    boolean standby,
    @Nullable Instant worked,
    long work,
    @Nullable Long lag,
    @Nullable String lagMeaning,
    int restartsByPeople,
    int restartsByFailures,
    @Nullable String error,
    @Nullable Instant errorAt) {}
