/** The private page of a talk for those who gave it. */
@NullMarked
package afa.site.report;

import org.jspecify.annotations.NullMarked;
