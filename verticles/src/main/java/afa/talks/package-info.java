/** The talks of an event and what was said about them: kept by one owner in the cluster. */
@NullMarked
package afa.talks;

import org.jspecify.annotations.NullMarked;
