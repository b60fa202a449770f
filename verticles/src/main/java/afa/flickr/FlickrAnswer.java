package afa.flickr;

import afa.source.Backoff.Cause;
import afa.source.PlainText;
import afa.source.SourceProblem;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer of Flickr, whole. Most failures come with HTTP 200 and say so in the body, which may be
 * XML although JSON was asked for; the content type says nothing.
 *
 * @param retryAfter the header of that name, null where there is none
 * @param body at most some megabytes
 */
record FlickrAnswer(int status, String retryAfter, String body) {
  /** What {@link #code} is where Flickr does not fail. */
  static final int NO_CODE = -1;

  private static final Pattern XML_FAILURE = Pattern.compile("<err\\s[^>]*?code=\"([0-9]{1,4})\"");
  private static final Duration MOST_WAIT = Duration.ofHours(1);

  /** The object that a good answer is. */
  Optional<JsonNode> good() {
    return status == 200 && code() == NO_CODE ? FlickrJson.object(body) : Optional.empty();
  }

  /** Flickr's number of what is wrong, or {@link #NO_CODE}. */
  int code() {
    if (status != 200) return NO_CODE;
    Optional<JsonNode> json = FlickrJson.object(body);
    if (json.isPresent()) {
      boolean fails = FlickrJson.text(json.get(), "stat").equals("fail");
      return fails
          ? (int) Math.min(9_999, FlickrJson.number(json.get(), "code").orElse(0))
          : NO_CODE;
    }
    Matcher xml = XML_FAILURE.matcher(body.substring(0, Math.min(body.length(), 2_000)));
    return xml.find() ? Integer.parseInt(xml.group(1)) : NO_CODE;
  }

  /** What is wrong with an answer that is not good. */
  SourceProblem problem(Instant now) {
    if (status == 200) {
      return code() == NO_CODE
          ? SourceProblem.of(Cause.SERVER, "Flickr sent an answer that is not JSON")
          : byCode();
    }
    String sentence = "Flickr answers with HTTP " + status;
    if (status == 429) {
      return new SourceProblem(
          Cause.LIMIT, "Flickr says that these are too many requests", wait(now));
    }
    if (status == 401 || status == 403) return SourceProblem.of(Cause.REFUSED, sentence);
    return new SourceProblem(Cause.SERVER, sentence, wait(now));
  }

  private Instant wait(Instant now) {
    boolean readable = retryAfter != null && retryAfter.matches("[0-9]{1,6}");
    if (!readable) return null;
    Duration asked = Duration.ofSeconds(Long.parseLong(retryAfter));
    return now.plus(asked.compareTo(MOST_WAIT) < 0 ? asked : MOST_WAIT);
  }

  private SourceProblem byCode() {
    return switch (code()) {
      case 100 ->
        SourceProblem.of(
            Cause.REFUSED, "Flickr does not accept the key in " + FlickrConfig.KEY + " (any more)");
      // 10 is the search alone; 0 and 201 say the same in words, without a number of their own.
      case 0, 10, 105, 201 ->
        SourceProblem.of(Cause.SERVER, "Flickr says that it is not available at the moment");
      case 116 ->
        SourceProblem.of(
            Cause.REFUSED, "Flickr does not accept an address in what is searched for");
      default ->
        SourceProblem.of(
            Cause.REFUSED, "Flickr does not accept the question, code " + code() + message());
    };
  }

  private String message() {
    return FlickrJson.object(body)
        .map(json -> ": " + PlainText.label(FlickrJson.text(json, "message"), 100))
        .orElse("");
  }
}
