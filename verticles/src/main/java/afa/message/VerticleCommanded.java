package afa.message;

/**
 * What came of a command, or would come of it. Answered when the verticle is in its new state.
 *
 * @param sentence for the person who asked: what will happen, or what happened
 * @param readers that are asked to come back elsewhere or again
 * @param postsAtRisk posts that may be lost, 0 wherever the source is asked again
 * @param seconds it takes
 */
public record VerticleCommanded(
    boolean done, String sentence, long readers, long postsAtRisk, double seconds)
    implements BusMessage {}
