package afa.syndication;

import afa.feed.Media;
import afa.source.PlainText;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.MediaModule;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.MediaGroup;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.modules.mediarss.types.Thumbnail;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Collects the pictures and films of an entry: those attached, those of Media RSS, and where there
 * are none the first picture in the text.
 */
final class FeedMedia {
  private static final int MOST = 8;
  private static final int MOST_ALT = 1_000;
  private static final int MOST_HTML = 100_000;
  private static final int SMALLEST =
      32; // pixels; below are buttons and pictures that count readers

  private final URI base;
  private final Map<String, Media> found = new LinkedHashMap<>();

  private FeedMedia(URI base) {
    this.base = base;
  }

  /**
   * All that can be shown, each once.
   *
   * @param html the entry's text
   */
  static List<Media> of(SyndEntry entry, String html, URI base) {
    FeedMedia media = new FeedMedia(base);
    if (entry.getModule(MediaModule.URI) instanceof MediaEntryModule module) media.module(module);
    for (SyndEnclosure file : entry.getEnclosures()) {
      media.add(kind(file.getType(), ""), file.getUrl(), null, null, null, null);
    }
    if (media.found.isEmpty()) media.firstPicture(html);
    return media.found.values().stream().limit(MOST).toList();
  }

  private void module(MediaEntryModule module) {
    List<MediaContent> contents = new ArrayList<>(List.of(module.getMediaContents()));
    for (MediaGroup group : module.getMediaGroups()) {
      // The same film or picture in several sizes: one of them is enough.
      int chosen = group.getDefaultContentIndex() == null ? 0 : group.getDefaultContentIndex();
      if (chosen < group.getContents().length) contents.add(group.getContents()[chosen]);
    }
    contents.forEach(this::content);
    if (!contents.isEmpty() || module.getMetadata() == null) return;
    for (Thumbnail still : module.getMetadata().getThumbnail()) {
      String url = String.valueOf(still.getUrl());
      add(Media.Kind.PHOTO, url, null, still.getWidth(), still.getHeight(), null);
    }
  }

  private void content(MediaContent content) {
    if (!(content.getReference() instanceof UrlReference reference)) return;
    Metadata about = content.getMetadata();
    Thumbnail[] stills = about == null ? new Thumbnail[0] : about.getThumbnail();
    add(
        kind(content.getType(), content.getMedium()),
        String.valueOf(reference.getUrl()),
        stills.length == 0 ? null : String.valueOf(stills[0].getUrl()),
        content.getWidth(),
        content.getHeight(),
        about == null ? null : about.getDescription());
  }

  private void firstPicture(String html) {
    for (Element image : Jsoup.parseBodyFragment(PlainText.cut(html, MOST_HTML)).select("img")) {
      Integer width = pixels(image.attr("width"));
      Integer height = pixels(image.attr("height"));
      boolean small = isBelow(width) || isBelow(height);
      if (!small) {
        add(Media.Kind.PHOTO, image.attr("src"), null, width, height, image.attr("alt"));
      }
      if (!found.isEmpty()) return;
    }
  }

  private void add(
      Media.Kind kind, String url, String still, Integer width, Integer height, String alt) {
    if (kind == null) return;
    String words = PlainText.label(alt, MOST_ALT);
    FeedAddress.of(base, url).map(URI::toString).ifPresent(address -> {
      String shown = FeedAddress.of(base, still)
          .map(URI::toString)
          .orElse(kind == Media.Kind.PHOTO ? address : null);
      found.putIfAbsent(
          address,
          new Media(
              kind,
              address,
              shown,
              positive(width),
              positive(height),
              words.isEmpty() ? null : words));
    });
  }

  /** Null for what a page cannot show, such as sound. */
  private static Media.Kind kind(String type, String medium) {
    String name = type == null ? "" : type;
    if (name.startsWith("image/")) return Media.Kind.PHOTO;
    if (name.equals("video/mp4") || name.equals("video/webm")) return Media.Kind.VIDEO;
    return name.isEmpty() && "image".equals(medium) ? Media.Kind.PHOTO : null;
  }

  private static boolean isBelow(Integer pixels) {
    return pixels != null && pixels < SMALLEST;
  }

  private static Integer positive(Integer pixels) {
    return pixels == null || pixels <= 0 ? null : pixels;
  }

  private static Integer pixels(String attribute) {
    return attribute.matches("\\d{1,5}") ? Integer.valueOf(attribute) : null;
  }
}
