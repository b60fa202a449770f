package afa.benchmarks.placement;

import afa.feed.Post;
import org.jspecify.annotations.Nullable;

/**
 * A generated post and what it is really about.
 *
 * @param truth id of the talk, null for none
 */
record Said(Post post, @Nullable String truth) {}
