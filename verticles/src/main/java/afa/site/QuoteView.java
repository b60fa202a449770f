package afa.site;

import afa.feed.Original;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The post that a card's post comments on, as far as the source sent it along. */
public record QuoteView(
    PersonView author, @Nullable String url, List<Segment> text, List<MediaView> media) {

  /**
   * @param isCovered whether it stands below a warning
   */
  static QuoteView of(Original original, boolean isCovered) {
    List<MediaView> media = MediaView.of(original.media());
    return new QuoteView(
        PersonView.of(original.author()),
        WebAddress.orNull(original.url()),
        Segment.of(original.text(), original.links(), List.of()),
        isCovered ? MediaView.covered(media) : media);
  }
}
