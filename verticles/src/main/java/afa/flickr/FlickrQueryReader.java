package afa.flickr;

import afa.config.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what is looked for from {@code sources.flickr}, and says what Flickr would not accept. */
final class FlickrQueryReader {
  /** Flickr's limit for {@code tag_mode=all}; nobody needs more in the other one. */
  private static final int MOST_TAGS = 20;

  private static final Pattern GROUP = Pattern.compile("[0-9]{1,20}@N[0-9]{1,4}");
  private static final int MOST_LICENSE = 99;

  private FlickrQueryReader() {}

  /**
   * @param keyed whether there is a key for the API
   */
  static FlickrQuery read(Section flickr, boolean keyed) {
    FlickrQuery query = new FlickrQuery(
        tags(flickr), allTags(flickr), text(flickr), groups(flickr), licenses(flickr));
    boolean nothing = query.searches().isEmpty() && query.groups().isEmpty();
    if (nothing) flickr.problem("tags", "expected tags such as [aeaconf], or text, or groups");
    if (!keyed) checkKeyless(flickr, query);
    return query;
  }

  /** What the public feed cannot do. */
  private static void checkKeyless(Section flickr, FlickrQuery query) {
    String without = "needs the environment variable " + FlickrConfig.KEY;
    if (!query.text().isEmpty()) flickr.problem("text", without);
    if (!query.licenses().isEmpty()) flickr.problem("licenses", without);
  }

  private static List<String> tags(Section flickr) {
    List<String> tags = flickr.texts("tags").stream()
        .map(tag -> tag.replaceFirst("^#", ""))
        .distinct()
        .toList();
    if (tags.size() > MOST_TAGS) {
      flickr.problem("tags", tags.size() + " tags; Flickr allows " + MOST_TAGS);
    }
    for (String tag : tags) {
      if (tag.indexOf(',') >= 0 || tag.length() > 100) {
        flickr.problem("tags", "\"" + tag + "\" is not one tag");
      }
    }
    if (!tags.isEmpty() && tags.stream().allMatch(tag -> tag.startsWith("-"))) {
      flickr.problem("tags", "all of them exclude; at least one must say what is wanted");
    }
    return tags;
  }

  private static boolean allTags(Section flickr) {
    String mode = flickr.optionalText("tagMode");
    if (mode == null || mode.equals("any")) return false;
    if (!mode.equals("all")) flickr.problem("tagMode", "expected any or all");
    return true;
  }

  private static String text(Section flickr) {
    String text = flickr.optionalText("text");
    return text == null ? "" : text;
  }

  private static List<String> groups(Section flickr) {
    List<String> groups = flickr.texts("groups");
    for (String group : groups) {
      if (GROUP.matcher(group).matches()) continue;
      flickr.problem("groups", "\"" + group + "\" is not an id such as 1234567@N20");
    }
    return groups;
  }

  private static Set<Integer> licenses(Section flickr) {
    List<String> problems = new ArrayList<>();
    Set<Integer> licenses = new TreeSet<>();
    for (String license : flickr.texts("licenses")) {
      if (license.matches("[0-9]{1,2}")) licenses.add(Integer.valueOf(license));
      else problems.add(license);
    }
    if (!problems.isEmpty()) {
      flickr.problem(
          "licenses", problems + ": expected numbers from 0 to " + MOST_LICENSE + " in quotes");
    }
    return licenses;
  }
}
