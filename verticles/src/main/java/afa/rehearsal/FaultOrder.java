package afa.rehearsal;

import java.time.Duration;

/**
 * A fault to be made.
 *
 * @param length how long a lasting one goes on; zero means once for refusals; without meaning
 *     for {@link Fault#FRAMING}, which goes on until {@link Faults#calm}
 * @param detail which one, where a fault has kinds: for {@link Fault#DISCONNECT} X's type of
 *     disconnect; absent means any
 */
public record FaultOrder(Fault fault, Duration length, String detail) {}
