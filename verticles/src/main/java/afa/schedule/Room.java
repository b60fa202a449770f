package afa.schedule;

/**
 * A room, perhaps without a talk.
 *
 * @param id what the source calls it, else its name
 * @param name as it is to be shown, never blank
 */
public record Room(String id, String name) {}
