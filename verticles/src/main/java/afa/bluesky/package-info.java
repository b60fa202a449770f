/**
 * Bluesky: Jetstream read over a WebSocket, matched here, completed with the names of the authors.
 *
 * <p>{@link afa.bluesky.JetstreamEvents} and {@link afa.bluesky.RecordParser} are pure and never
 * throw.
 */
package afa.bluesky;
