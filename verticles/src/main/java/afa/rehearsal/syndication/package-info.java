/** Rehearsed blogs: each as RSS, Atom and JSON Feed, with everything that goes wrong with those. */
package afa.rehearsal.syndication;
