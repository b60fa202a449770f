package afa.message;

/**
 * Answers {@link ClaimSource}.
 *
 * @param fence the number that the owner's writes must bear; higher than that of any earlier owner
 */
public record Claimed(long fence) implements BusMessage {}
