@NullMarked
package afa.config;

import org.jspecify.annotations.NullMarked;
