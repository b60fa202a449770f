package afa.library.talk;

import afa.feed.Post;

/**
 * A post of a talk as it is now.
 *
 * @param n its number in the newest life of the log
 * @param isRevised whether it came with other content first
 */
public record TalkPost(long n, Post post, boolean isRevised) {}
