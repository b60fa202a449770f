package afa.site;

import java.time.Instant;
import java.util.List;

/**
 * A card with every part a card can have and nothing in it. Pages carry it in a {@code <template>},
 * from which browsers make their cards by filling in parts and leaving out others.
 */
final class Blueprint {
  private static final PersonView PERSON = new PersonView("", "", "", "", "", 0);
  private static final List<Segment> TEXT = List.of(new Segment("", "", "link"));
  private static final List<MediaView> MEDIA =
      List.of(new MediaView("photo", "", "", 1, 1, ""), new MediaView("video", "", "", 1, 1, ""));

  static final CardView CARD = new CardView(
      0,
      "",
      "",
      Instant.EPOCH,
      "",
      PERSON,
      PERSON,
      true,
      "",
      true,
      TEXT,
      "",
      "",
      MEDIA,
      new QuoteView(PERSON, "", TEXT, MEDIA));

  private Blueprint() {}
}
