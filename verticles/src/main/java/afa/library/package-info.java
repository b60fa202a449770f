/** What the archive holds, read for pages and exports. */
@NullMarked
package afa.library;

import org.jspecify.annotations.NullMarked;
