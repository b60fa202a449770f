/** The addresses that posts name: gathered from the archive, and looked at once. */
@NullMarked
package afa.links;

import org.jspecify.annotations.NullMarked;
