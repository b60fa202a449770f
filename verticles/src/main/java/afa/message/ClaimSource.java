package afa.message;

/**
 * Tells the store that this node has become the owner of a network: writes of earlier owners are
 * refused from now on.
 *
 * @param event whose source
 * @param network all parts of it
 */
public record ClaimSource(String event, String network) implements BusMessage {}
