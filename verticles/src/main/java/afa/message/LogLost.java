package afa.message;

/**
 * A store cannot be sure that the log of an event is all that readers have seen. Who saw more of it
 * in this life says so ({@link Addresses#SEEN}).
 *
 * @param epoch the life that is asked about
 * @param since number of the newest update that can be had again without help
 * @param head number of the newest update that the store knows of; who saw less is silent
 */
public record LogLost(String event, String epoch, long since, long head) implements BusMessage {}
