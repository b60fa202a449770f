package afa.message;

/**
 * How far the log of an event goes, told every second so that a lost {@link LogGrew} costs at most
 * that much.
 *
 * @param head number of the newest update, 0 while there is none
 */
public record HeadAnnounced(String event, String epoch, long head) implements BusMessage {}
