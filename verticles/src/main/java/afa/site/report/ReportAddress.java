package afa.site.report;

import afa.library.talk.Reports;
import afa.site.talk.Part;

/**
 * Which part of which report is asked for.
 *
 * @param path of the report, which holds its secret
 */
record ReportAddress(String path, Reports.About about, Part part, boolean isGentle) {}
