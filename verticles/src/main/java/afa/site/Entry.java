package afa.site;

import afa.feed.Post;

/**
 * A post of the log as it is now.
 *
 * @param n its number
 * @param isRevised whether it came with other content first
 */
public record Entry(long n, Post post, boolean isRevised) {}
