package afa.export.folder;

import afa.feed.Media;
import afa.feed.Original;
import afa.feed.Post;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an event amounts to, and which pictures belong to it. */
final class Survey {
  private final Set<String> people = new HashSet<>();
  private final Set<String> pictures = new TreeSet<>();
  private long posts;

  static Survey of(PostRows rows) throws SQLException, IOException {
    Survey survey = new Survey();
    rows.each(null, (kept, post) -> survey.add(post));
    return survey;
  }

  private void add(Post post) {
    posts++;
    people.add(post.source() + ":" + post.author().name() + ":" + post.author().handle());
    add(post.media());
    Original original = post.original();
    if (original != null) add(original.media());
  }

  private void add(List<Media> media) {
    for (Media each : media) {
      String address = address(each);
      if (address != null) pictures.add(address);
    }
  }

  /** Of the small picture that a list shows; null where there is none. */
  static @Nullable String address(Media media) {
    String address = media.thumbnail();
    if (address == null && media.kind() == Media.Kind.PHOTO) address = media.url();
    return address == null || address.isBlank() ? null : address;
  }

  long posts() {
    return posts;
  }

  long people() {
    return people.size();
  }

  /** Addresses on the web. */
  Set<String> pictures() {
    return pictures;
  }
}
