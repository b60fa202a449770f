/** Copies of Redis and PostgreSQL for bad days, made while nodes run, and their way back. */
package afa.backup;
