package afa.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was odd; bounded, as a broken file may have as many faults as bytes. */
final class Warnings {
  private final List<Warning> told = new ArrayList<>();
  private final Set<String> once = new HashSet<>();
  private int untold;

  void add(String where, String talk, String what) {
    if (told.size() >= Schedule.MOST_WARNINGS - 1) untold++;
    else told.add(new Warning(where, talk, what));
  }

  void add(Draft draft, String what) {
    add(draft.where, draft.title, what);
  }

  /** Said for the first entry of which it is true. */
  void once(Draft draft, String what) {
    if (once.add(what)) add(draft, what + " (said once for all entries)");
  }

  List<Warning> all() {
    List<Warning> all = new ArrayList<>(told);
    if (untold > 0) all.add(new Warning("the file", "", untold + " more warnings"));
    return all;
  }
}
