/**
 * Decides from ledgers alone whether a feed did what it promises. Knows nothing of the server: what
 * is judged must not judge itself.
 */
package afa.chaos.checker;
