/** X as it looks from outside: API v2 over HTTP, with the posts of a rehearsal. */
package afa.rehearsal.x;
