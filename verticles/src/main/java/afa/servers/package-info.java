/** The real Redis and PostgreSQL that a node brings along, each a process of its own. */
package afa.servers;
