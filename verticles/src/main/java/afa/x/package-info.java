/**
 * The source X: its filtered stream, read as it comes, and its recent search for what was missed
 * meanwhile. Facts about X are from docs.x.com as of 2026-08 unless a comment says otherwise.
 */
package afa.x;
