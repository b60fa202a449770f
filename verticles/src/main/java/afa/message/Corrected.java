package afa.message;

/**
 * Answers {@link CorrectPlaces} and {@link UndoCorrection}: it is stored.
 *
 * @param correction its id, to undo it
 * @param placed how many posts were placed anew by it, those that go on from them among them
 */
public record Corrected(String correction, int placed) implements BusMessage {}
