package afa.talks;

import afa.feed.Original;
import afa.feed.Post;
import afa.message.PostName;
import afa.message.PostsRead;
import afa.placement.Placed;
import afa.placement.Reason;
import java.util.List;
import java.util.Locale;

/** Posts with their places, as organisers are told of them. */
final class PostList {
  private PostList() {}

  static PostsRead.Told told(Post post, long n, List<Placed> places) {
    String handle = post.author().handle();
    return new PostsRead.Told(
        PostName.of(post),
        n,
        post.author().name(),
        handle == null ? "" : handle,
        words(post),
        post.warning(),
        post.postedAt(),
        places.stream().map(PostList::place).toList());
  }

  private static String words(Post post) {
    Original original = post.original();
    return post.text().isBlank() && original != null ? original.text() : post.text();
  }

  private static PostsRead.Place place(Placed place) {
    boolean corrected =
        place.reasons().stream().anyMatch(reason -> reason.kind() == Reason.Kind.CORRECTION);
    List<PostsRead.Why> reasons = place.reasons().stream()
        .map(reason -> new PostsRead.Why(
            reason.kind().name().toLowerCase(Locale.ROOT),
            reason.sentence(),
            Math.round(reason.weight() * 100) / 100.0))
        .toList();
    return new PostsRead.Place(place.talk(), place.weight(), corrected, reasons);
  }
}
