/** The copy of the logs in PostgreSQL. */
package afa.archive;
