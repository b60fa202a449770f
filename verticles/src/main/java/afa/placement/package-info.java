/** Which talk a post is about. No I/O: the same posts, schedule and corrections, the same answer. */
@NullMarked
package afa.placement;

import org.jspecify.annotations.NullMarked;
