/** The pages that stay: all events, and of each its days, people and photos. */
@NullMarked
package afa.site.archive;

import org.jspecify.annotations.NullMarked;
