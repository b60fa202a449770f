package afa.flickr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one look brought: each photo once, in its newest version, however often it came. To be used
 * by one thread.
 */
final class FlickrFound {
  private final Map<String, FlickrEntry.Shown> shown = new LinkedHashMap<>();
  private final Map<String, FlickrEntry.Filtered> filtered = new LinkedHashMap<>();
  private final List<FlickrEntry.Malformed> malformed = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final int mostPages;
  private int pages;
  private Instant reachedBackTo; // null while nothing is missing

  FlickrFound(int mostPages) {
    this.mostPages = mostPages;
  }

  /** Whether one more page may be asked for; counts it. */
  boolean nextPage() {
    return pages++ < mostPages;
  }

  void add(FlickrEntry entry) {
    if (entry instanceof FlickrEntry.Malformed broken) malformed.add(broken);
    if (entry instanceof FlickrEntry.Filtered hidden) filtered.put(hidden.id(), hidden);
    if (entry instanceof FlickrEntry.Shown one) {
      shown.merge(one.photo().id(), one, FlickrFound::newer);
    }
  }

  private static FlickrEntry.Shown newer(FlickrEntry.Shown one, FlickrEntry.Shown other) {
    String version = one.photo().version();
    return afa.feed.Post.isNewer(other.photo().version(), version) ? other : one;
  }

  /** Something of before that moment will never be had. */
  void lacks(String sentence, Instant before) {
    if (!missing.contains(sentence)) missing.add(sentence);
    reached(before);
  }

  /** Nothing is missing since that moment; of two the later one counts. */
  void reached(Instant moment) {
    if (reachedBackTo == null || moment.isAfter(reachedBackTo)) reachedBackTo = moment;
  }

  /** What is to be shown; of a photo that was hidden on another page nothing is. */
  List<FlickrPhoto> photos() {
    return shown.values().stream()
        .map(FlickrEntry.Shown::photo)
        .filter(photo -> !filtered.containsKey(photo.id()))
        .toList();
  }

  Collection<FlickrEntry.Filtered> filtered() {
    return filtered.values();
  }

  List<FlickrEntry.Malformed> malformed() {
    return malformed;
  }

  List<String> missing() {
    return missing;
  }

  /** From when on nothing is missing; null for everything that was asked for. */
  Instant reachedBackTo() {
    return reachedBackTo;
  }
}
