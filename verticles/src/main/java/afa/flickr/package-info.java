/**
 * The source Flickr: its search, asked again and again, or its public feed where there is no key.
 * Facts about Flickr are from www.flickr.com/services/api and its help pages as of 2026-08 unless a
 * comment says otherwise.
 */
package afa.flickr;
