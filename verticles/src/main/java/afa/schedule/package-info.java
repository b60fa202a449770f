/** The programme of a conference: reading it from files of many kinds, comparing two versions. */
@NullMarked
package afa.schedule;

import org.jspecify.annotations.NullMarked;
