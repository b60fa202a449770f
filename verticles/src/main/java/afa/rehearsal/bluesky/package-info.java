/** A rehearsed Bluesky: Jetstream in both formats, profiles, posts, pictures. */
package afa.rehearsal.bluesky;
