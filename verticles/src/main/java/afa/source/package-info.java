/**
 * What every source is made with: the wait between attempts, the way to the store, the counters that
 * balance, how it is doing.
 */
package afa.source;
