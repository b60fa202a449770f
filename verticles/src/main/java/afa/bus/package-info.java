@NullMarked
package afa.bus;

import org.jspecify.annotations.NullMarked;
