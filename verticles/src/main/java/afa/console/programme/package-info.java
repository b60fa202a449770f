/** Pages of the console about an event: its schedule, where its posts are, reports for speakers. */
@NullMarked
package afa.console.programme;

import org.jspecify.annotations.NullMarked;
