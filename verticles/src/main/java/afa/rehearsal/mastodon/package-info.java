/** Two rehearsed servers of Mastodon that share what their people write. */
package afa.rehearsal.mastodon;
