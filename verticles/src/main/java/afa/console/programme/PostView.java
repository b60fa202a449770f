package afa.console.programme;

import afa.message.PostsRead;
import afa.message.ReadPosts;
import java.util.List;
import java.util.Locale;

/**
 * A post on a page.
 *
 * @param identity {@code source:id}
 * @param warning empty where there is none
 */
record PostView(
    String identity,
    long n,
    String source,
    String author,
    String handle,
    String text,
    String warning,
    String at,
    List<PlaceView> places,
    boolean chosen) {

  /** One place of it. */
  record PlaceView(
      String title, boolean hallway, String sure, boolean corrected, List<WhyView> why) {}

  /** A reason for it. */
  record WhyView(String sentence, String weight) {}

  static PostView of(PostsRead.Told told, TalkNames names, VenueClock clock, MoveForm form) {
    String identity = told.post().identity();
    return new PostView(
        identity,
        told.n(),
        told.post().source(),
        told.author(),
        told.handle(),
        told.text(),
        told.warning() == null ? "" : told.warning(),
        clock.shortly(told.postedAt()),
        told.places().stream().map(place -> place(place, names)).toList(),
        form.posts().contains(identity));
  }

  private static PlaceView place(PostsRead.Place place, TalkNames names) {
    return new PlaceView(
        names.title(place.talk()),
        place.talk().equals(ReadPosts.HALLWAY),
        Math.round(place.weight() * 100) + "\u00a0%",
        place.corrected(),
        place.reasons().stream().map(PostView::why).toList());
  }

  private static WhyView why(PostsRead.Why why) {
    String sign = why.weight() < 0 ? "−" : "+";
    String weight = why.kind().equals("correction")
        ? ""
        : sign + String.format(Locale.ROOT, "%.2f", Math.abs(why.weight()));
    return new WhyView(why.sentence(), weight);
  }
}
