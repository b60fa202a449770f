package afa.console.programme;

import java.util.Arrays;
import java.util.List;

/** A field of the form of a talk. */
enum Field {
  TITLE("title", "Title", "title"),
  START("start", "Start", "starts_at"),
  END("end", "End", "ends_at"),
  ROOM("room", "Room", "room"),
  SPEAKERS("speakers", "Speakers", "speakers"),
  HASHTAGS("hashtags", "Hashtags", "hashtags"),
  CANCELLED("cancelled", "Cancelled", "cancelled");

  /** In the form. */
  final String key;

  /** For people. */
  final String label;

  /** Of the table talks. */
  final String column;

  Field(String key, String label, String column) {
    this.key = key;
    this.label = label;
    this.column = column;
  }

  /** Labels of the fields with these columns, in the order of the form. */
  static List<String> labels(List<String> columns) {
    return Arrays.stream(values())
        .filter(field -> columns.contains(field.column))
        .map(field -> field.label)
        .toList();
  }
}
