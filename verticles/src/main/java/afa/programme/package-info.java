/** The talks of events as their owner told them last, for whoever needs them at once. */
@NullMarked
package afa.programme;

import org.jspecify.annotations.NullMarked;
