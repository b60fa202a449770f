/**
 * What every source is made with: the wait between attempts, the way to the store, the counters that
 * balance, the one owner in the cluster.
 */
package afa.source;
