@NullMarked
package afa.message;

import org.jspecify.annotations.NullMarked;
