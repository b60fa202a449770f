/** Mastodon and whatever speaks its API: hashtags of several servers, by stream or by asking. */
package afa.mastodon;
