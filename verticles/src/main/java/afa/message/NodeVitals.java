package afa.message;

/**
 * What a node uses, and what it has done since it started.
 *
 * @param heapUsed bytes
 * @param heapMax bytes
 * @param resident bytes of the process that are in memory; 0 where the system does not say
 * @param processors that it may use
 * @param cpu processors that the process keeps busy, 0 to {@code processors}
 * @param load of the machine over the last minute
 * @param loopDelayMillis the longest that a task waited for an event loop in the last second
 * @param readers streams and waiting long-polls that are open
 * @param posts taken into a log by this node
 * @param deliveries updates written to readers
 * @param delayMillis from the arrival of an update at the store to its readers, the 99th percentile
 *     of the last minute; negative while there was none
 */
public record NodeVitals(
    long heapUsed,
    long heapMax,
    long resident,
    int processors,
    double cpu,
    double load,
    double loopDelayMillis,
    long readers,
    long posts,
    long deliveries,
    double delayMillis) {}
