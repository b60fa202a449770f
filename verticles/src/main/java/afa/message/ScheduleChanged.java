package afa.message;

/**
 * The talks of an event are not what they were.
 *
 * @param version of the talks that are to be had now
 */
public record ScheduleChanged(String event, long version) implements BusMessage {}
