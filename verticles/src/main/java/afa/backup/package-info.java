/** Copies of Redis and PostgreSQL for bad days, made while nodes run, and their way back. */
@NullMarked
package afa.backup;

import org.jspecify.annotations.NullMarked;
