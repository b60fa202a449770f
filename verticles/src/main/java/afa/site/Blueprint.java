package afa.site;

import java.time.Instant;
import java.util.List;

/**
 * A card with every part a card can have and nothing in it. Pages carry it in a {@code <template>},
 * from which browsers make their cards by filling in parts and leaving out others.
 */
public final class Blueprint {
  private static final PersonView PERSON = new PersonView("", "", "", "", "", 0);
  private static final List<Segment> TEXT =
      List.of(new Segment("", "", "link"), new Segment("", "", "emoji"));
  private static final List<MediaView> MEDIA = List.of(
      new MediaView("photo", "", "", 1, 1, ""),
      new MediaView("video", "", "", 1, 1, ""),
      new MediaView("audio", "", null, null, null, ""));
  private static final FoldedView FOLDED = new FoldedView(0, "", "", "", Instant.EPOCH, "", "", "");
  private static final FoldedList FOLDED_LIST = new FoldedList(List.of(FOLDED), List.of(""), 0);

  public static final CardView CARD = new CardView(
      0,
      "",
      "",
      "",
      "",
      Instant.EPOCH,
      "",
      PERSON,
      true,
      "",
      true,
      new ContentView("", TEXT, "", true, "", MEDIA, new QuoteView(PERSON, "", TEXT, MEDIA)),
      FOLDED_LIST,
      FOLDED_LIST);

  private Blueprint() {}
}
