/**
 * What every source is made with: readers that ask or follow a network, the wait between attempts,
 * the way to the store, counters that balance, the state and the time that are claimed.
 */
@NullMarked
package afa.source;

import org.jspecify.annotations.NullMarked;
