/** The web console: what the nodes tell, what may be done to their verticles, and by whom. */
@NullMarked
package afa.console;

import org.jspecify.annotations.NullMarked;
