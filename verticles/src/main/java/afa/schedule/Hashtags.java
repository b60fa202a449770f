package afa.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags that one talk alone has: those it is given, and those its own text names. */
final class Hashtags {
  private static final Pattern TAG =
      Pattern.compile("(?<![\\p{L}\\p{N}_&/#])#([\\p{L}\\p{N}_]{3,60})(?![\\p{L}\\p{N}_;])");
  private static final Pattern NUMBER = Pattern.compile("\\d+|[0-9a-f]{6}");

  private final Map<Draft, Set<String>> found = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();

  private Hashtags() {}

  static Hashtags of(List<Draft> drafts) {
    Hashtags hashtags = new Hashtags();
    for (Draft draft : drafts) {
      Set<String> tags = tags(draft);
      hashtags.found.put(draft, tags);
      tags.forEach(tag -> hashtags.uses.merge(tag, 1, Integer::sum));
    }
    return hashtags;
  }

  /** At most ten; what several talks have tells none of them apart. */
  List<String> of(Draft draft) {
    List<String> own = new ArrayList<>();
    for (String tag : found.getOrDefault(draft, Set.of())) {
      if (uses.getOrDefault(tag, 0) == 1 && own.size() < 10) own.add(tag);
    }
    return own;
  }

  private static Set<String> tags(Draft draft) {
    Set<String> tags = new LinkedHashSet<>();
    for (String given : draft.hashtags) {
      String tag = given.strip().replaceFirst("^#", "").toLowerCase(Locale.ROOT);
      if (!tag.isEmpty()) tags.add(tag);
    }
    Matcher matcher = TAG.matcher(draft.title + "\n" + draft.summary);
    while (matcher.find() && tags.size() < 100) {
      String tag = matcher.group(1).toLowerCase(Locale.ROOT);
      if (!NUMBER.matcher(tag).matches()) tags.add(tag);
    }
    return tags;
  }
}
