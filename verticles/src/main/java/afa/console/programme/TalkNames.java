package afa.console.programme;

import afa.message.Addresses;
import afa.message.ProgrammeRead;
import afa.message.ReadPosts;
import afa.message.ReadProgramme;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the talks of an event are called, and how one of them is chosen. */
final class TalkNames {
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final List<Group> groups = new ArrayList<>();

  /** The talks of a day, to choose from. */
  record Group(String day, List<Choice> talks) {}

  record Choice(String id, String label) {}

  private TalkNames() {}

  static Future<TalkNames> read(Visit visit) {
    return visit
        .call(Addresses.programme(visit.event()), new ReadProgramme(visit.event()))
        .map(read -> of(read, visit.clock()));
  }

  private static TalkNames of(ProgrammeRead read, VenueClock clock) {
    TalkNames names = new TalkNames();
    names.titles.put(ReadPosts.HALLWAY, "the hallway");
    Map<String, List<Choice>> days = new LinkedHashMap<>();
    for (ProgrammeRead.Line talk : read.talks()) {
      names.titles.put(talk.talk(), talk.title());
      String label = clock.time(talk.start()) + " " + talk.title()
          + (talk.room().isEmpty() ? "" : " · " + talk.room())
          + (talk.dropped() ? " (dropped)" : "");
      days.computeIfAbsent(clock.day(talk.start()), first -> new ArrayList<>())
          .add(new Choice(talk.talk(), label));
    }
    days.forEach((day, talks) -> names.groups.add(new Group(day, talks)));
    return names;
  }

  List<Group> groups() {
    return groups;
  }

  /** Its id where it is known no more. */
  String title(String talk) {
    return titles.getOrDefault(talk, talk);
  }

  /** Titles in a row; those of none are the hallway. */
  String titles(List<String> talks) {
    if (talks.isEmpty()) return title(ReadPosts.HALLWAY);
    return String.join(" and ", talks.stream().map(this::quoted).toList());
  }

  private String quoted(String talk) {
    return "“" + title(talk) + "”";
  }
}
