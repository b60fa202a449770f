package afa.x;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A page of a search to ask for.
 *
 * @param from the oldest wanted
 * @param page the {@code next_token} of the page before, empty for the first
 * @param size most posts, 10 to 100
 */
record XQuery(String rule, Instant from, String page, int size) {

  /** Parameters of a request's query; X knows whole seconds. */
  String parameters() {
    return "max_results=" + size
        + "&query=" + XClient.encoded(rule)
        + "&start_time=" + XClient.encoded(from.truncatedTo(ChronoUnit.SECONDS).toString())
        + (page.isEmpty() ? "" : "&next_token=" + XClient.encoded(page));
  }
}
