/**
 * An event in a folder: pages that open from disk, and data from which an archive is made again.
 * Blocks, and belongs to commands of its own.
 */
@NullMarked
package afa.export.folder;

import org.jspecify.annotations.NullMarked;
