package afa.site.talk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** By what talks are compared: the time at which they begin, or a number, the highest first. */
enum CompareOrder {
  TIME("Talk", row -> 0),
  POSTS("Posts", CompareRow::posts),
  PEOPLE("People", CompareRow::people),
  PHOTOS("Photos", CompareRow::photos),
  QUESTIONS("Questions", CompareRow::questions),
  LINKS("Links", CompareRow::links);

  private final String label;
  private final ToLongFunction<CompareRow> number;

  CompareOrder(String label, ToLongFunction<CompareRow> number) {
    this.label = label;
    this.number = number;
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
    return inTime.stream().sorted(Comparator.comparingLong(number).reversed()).toList();
  }
}
