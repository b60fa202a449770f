@NullMarked
package afa.feed;

import org.jspecify.annotations.NullMarked;
