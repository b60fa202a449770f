/**
 * The source feeds: blogs and news as RSS, Atom or JSON Feed, asked for again and again. Small on
 * purpose: docs/how-to-add-a-source.md takes it as its example.
 */
package afa.syndication;
