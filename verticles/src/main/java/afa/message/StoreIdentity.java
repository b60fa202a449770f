package afa.message;

/**
 * Answers {@link WhichStore}.
 *
 * @param id made up once and kept in that Redis
 */
public record StoreIdentity(String id) implements BusMessage {}
