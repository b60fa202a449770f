/** Starts, stops and restarts the verticles of a node, and tells the cluster how they are doing. */
@NullMarked
package afa.supervisor;

import org.jspecify.annotations.NullMarked;
