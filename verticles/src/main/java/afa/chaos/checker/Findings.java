package afa.chaos.checker;

import afa.chaos.checker.Finding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects findings; of those alike only the first are told in full. */
final class Findings {
  private static final int EXAMPLES = 5;

  private record Key(Kind kind, String who) {}

  private static final class Alike {
    private final List<String> examples = new ArrayList<>();
    private long times;
  }

  private final Map<Key, Alike> found = new LinkedHashMap<>();

  void add(Kind kind, String who, String what) {
    Alike alike = found.computeIfAbsent(new Key(kind, who), key -> new Alike());
    alike.times++;
    if (alike.examples.size() < EXAMPLES) alike.examples.add(what);
  }

  List<Finding> list() {
    return found.entrySet().stream()
        .map(each -> new Finding(
            each.getKey().kind(),
            each.getKey().who(),
            each.getValue().times,
            each.getValue().examples))
        .toList();
  }
}
