/** The forms in which a conversation leaves the house: lines, tables, feeds, subtitles. No I/O. */
@NullMarked
package afa.export;

import org.jspecify.annotations.NullMarked;
