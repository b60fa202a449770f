package afa.export.folder;

import java.util.List;
import java.util.Locale;

/** Which tables belong to an event's folder, those first that others refer to. */
enum Contents {
  EVENTS("event"),
  /** In their order: the newest one is last, and is so again where they are put in. */
  LIVES("ordinal"),
  UPDATES("epoch", "n"),
  HELD("epoch", "n"),
  COVERAGE("source", "from_at"),
  TALKS("talk"),
  IMPORTS("at"),
  PLACEMENTS("source", "id", "talk"),
  CORRECTIONS("correction");

  private final String order;

  Contents(String... order) {
    this.order = String.join(" ", order);
  }

  String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its file, from the folder. */
  String file() {
    return "data/" + table() + ".jsonl";
  }

  /** What its rows are sorted by, so that equal contents are equal files. */
  List<String> order() {
    return List.of(order.split(" ", -1));
  }
}
