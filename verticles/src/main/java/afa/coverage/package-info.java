/** How complete the log is, told to people and programs: what the sources say and what they claimed. */
@NullMarked
package afa.coverage;

import org.jspecify.annotations.NullMarked;
