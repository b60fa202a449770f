package afa.rehearsal;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Where a simulator lives.
 *
 * @param conference whose people post
 * @param random whatever looks like chance comes from it, so that a seed repeats a run
 * @param url base address of the server, known once it listens; pictures are at
 *     {@code url + "/pictures/…"}
 */
public record Setting(
    Vertx vertx, Conference conference, InstantSource clock, Random random, Supplier<String> url) {}
