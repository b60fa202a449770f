/** What the archive knows of talks and of what was said about them. */
@NullMarked
package afa.library.talk;

import org.jspecify.annotations.NullMarked;
