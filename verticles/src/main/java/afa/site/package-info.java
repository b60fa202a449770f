/** The pages: fresh HTML of an event's feed, and the files that browsers need with it. */
@NullMarked
package afa.site;

import org.jspecify.annotations.NullMarked;
