package afa.site.talk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what talks are compared: the time at which they begin, or a number, the highest first. */
enum CompareOrder {
  TIME("Talk"),
  POSTS("Posts"),
  PEOPLE("People"),
  PHOTOS("Photos"),
  QUESTIONS("Questions"),
  LINKS("Links");

  private final String label;

  CompareOrder(String label) {
    this.label = label;
  }

  /** Time where nothing is asked for; empty for what nobody knows. */
  static Optional<CompareOrder> of(@Nullable String asked) {
    if (asked == null) return Optional.of(TIME);
    for (CompareOrder order : values()) if (order.word().equals(asked)) return Optional.of(order);
    return Optional.empty();
  }

  /** As it stands in the address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }

  List<CompareRow> sorted(List<CompareRow> inTime) {
    if (this == TIME) return inTime;
    return inTime.stream()
        .sorted(Comparator.comparingLong(this::number).reversed())
        .toList();
  }

  private long number(CompareRow row) {
    return switch (this) {
      case TIME -> 0;
      case POSTS -> row.posts();
      case PEOPLE -> row.people();
      case PHOTOS -> row.photos();
      case QUESTIONS -> row.questions();
      case LINKS -> row.links();
    };
  }
}
