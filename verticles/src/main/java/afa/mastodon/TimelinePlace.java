package afa.mastodon;

/**
 * Where a page of a timeline begins; all null for the newest page.
 *
 * @param link address that the server gave, which counts before the others
 * @param after the page is the one right after this id
 * @param before the page is the one right before this id
 */
record TimelinePlace(String link, String after, String before) {
  static final TimelinePlace NEWEST = new TimelinePlace(null, null, null);

  static TimelinePlace at(String link) {
    return new TimelinePlace(link, null, null);
  }

  static TimelinePlace after(String id) {
    return new TimelinePlace(null, id, null);
  }

  static TimelinePlace before(String id) {
    return new TimelinePlace(null, null, id);
  }
}
