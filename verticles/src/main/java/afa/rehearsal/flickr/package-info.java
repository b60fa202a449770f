/** Flickr as it looks from outside: its API and public feeds, with the photos of a rehearsal. */
package afa.rehearsal.flickr;
