/** Pages of talks: one, all of an event, and all compared. */
@NullMarked
package afa.site.talk;

import org.jspecify.annotations.NullMarked;
