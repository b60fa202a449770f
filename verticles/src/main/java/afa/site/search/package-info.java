/** The search page and its feeds. */
@NullMarked
package afa.site.search;

import org.jspecify.annotations.NullMarked;
