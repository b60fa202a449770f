package afa.export;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Writes cues for players. */
public enum Subtitles {
  /** WebVTT, for browsers. */
  VTT("text/vtt; charset=utf-8", '.') {
    @Override
    public String write(Cues cues) {
      StringJoiner file = new StringJoiner("\n\n", "", "\n");
      file.add("WEBVTT");
      if (cues.leftOut() > 0) file.add("NOTE " + cues.leftOut() + " posts found no room");
      cues.shown().forEach(cue -> file.add(block(cue)));
      return file.toString();
    }

    @Override
    String words(String line) {
      return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
  },

  /** SubRip, for everything else. It has no escapes: what players take for commands is replaced. */
  SRT("application/x-subrip; charset=utf-8", ',') {
    @Override
    public String write(Cues cues) {
      StringBuilder file = new StringBuilder();
      List<Cue> shown = cues.shown();
      for (int i = 0; i < shown.size(); i++) {
        file.append(i + 1).append('\n').append(block(shown.get(i))).append("\n\n");
      }
      return file.toString();
    }

    @Override
    String words(String line) {
      return line.replace('<', '‹').replace('>', '›').replace('{', '(').replace('}', ')');
    }
  };

  private final String type;
  private final char decimal;

  Subtitles(String type, char decimal) {
    this.type = type;
    this.decimal = decimal;
  }

  /** The file. */
  public abstract String write(Cues cues);

  abstract String words(String line);

  /** As HTTP calls it. */
  public String type() {
    return type;
  }

  /** What the name of such a file ends with, without a dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  String block(Cue cue) {
    StringJoiner block = new StringJoiner("\n");
    block.add(clock(cue.from()) + " --> " + clock(cue.to()));
    cue.lines().forEach(line -> block.add(words(line)));
    return block.toString();
  }

  private String clock(Duration at) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        at.toHours(),
        at.toMinutesPart(),
        at.toSecondsPart(),
        decimal,
        at.toMillisPart());
  }
}
