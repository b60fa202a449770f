/** How PostgreSQL is reached, and its tables brought up to date. */
package afa.database;
