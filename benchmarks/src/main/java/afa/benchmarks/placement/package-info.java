/** Generated conferences with known truth, to measure placement. */
@NullMarked
package afa.benchmarks.placement;

import org.jspecify.annotations.NullMarked;
