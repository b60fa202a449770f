/** What programs and people take away: files, feeds, subtitles. */
@NullMarked
package afa.site.export;

import org.jspecify.annotations.NullMarked;
