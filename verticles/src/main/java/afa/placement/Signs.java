package afa.placement;

import afa.placement.Reason.Kind;
import afa.schedule.Handle;
import afa.schedule.Person;
import afa.schedule.Talk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What points to talks whatever the time is: their tags, their speakers, their rooms. */
final class Signs {
  private static final double TAG = 4;
  private static final double HANDLE = 2.6;
  private static final double NAME = 2.6;
  private static final double AUTHOR = 1.2;
  private static final double ROOM = 2.2;

  private final Map<String, List<Talk>> byTag = new HashMap<>();
  private final Map<Handle, List<Talk>> byHandle = new HashMap<>();
  private final Map<String, List<Talk>> byName = new HashMap<>(); // as a phrase
  private final Map<String, String> rooms = new HashMap<>(); // phrase of each room

  Signs(List<Talk> talks) {
    for (Talk talk : talks) {
      for (String tag : talk.hashtags()) add(byTag, tag, talk);
      for (Person person : talk.speakers()) {
        for (Handle handle : person.handles()) add(byHandle, handle, talk);
        String name = Words.phrase(person.name());
        if (name.strip().indexOf(' ') > 0) add(byName, name, talk);
      }
      rooms.computeIfAbsent(talk.room(), Words::phrase);
    }
  }

  private static <K> void add(Map<K, List<Talk>> map, K key, Talk talk) {
    List<Talk> talks = map.computeIfAbsent(key, any -> new ArrayList<>());
    if (!talks.contains(talk)) talks.add(talk);
  }

  /** The reasons that hold at any time, by talk. */
  Map<String, List<Reason>> of(Said said) {
    Map<String, List<Reason>> reasons = new HashMap<>();
    for (String tag : said.tags()) {
      point(byTag.get(tag), new Reason(Kind.TAG, TAG, "has its tag #" + tag), reasons);
    }
    for (Handle handle : said.mentioned()) {
      String sentence = "mentions its speaker @" + handle.name();
      point(byHandle.get(handle), new Reason(Kind.HANDLE, HANDLE, sentence), reasons);
    }
    for (Handle handle : said.author()) {
      Reason own = new Reason(Kind.AUTHOR, AUTHOR, "is by its speaker");
      point(byHandle.get(handle), own, reasons);
    }
    names(said, reasons);
    return reasons;
  }

  /** Phrases of two words or more, each looked up: a programme may have a thousand speakers. */
  private void names(Said said, Map<String, List<Reason>> reasons) {
    String[] words = said.phrase().strip().split(" ", 400);
    for (int i = 0; i < words.length; i++) {
      StringBuilder phrase = new StringBuilder(" ").append(words[i]).append(' ');
      for (int j = i + 1; j < Math.min(words.length, i + 5); j++) {
        phrase.append(words[j]).append(' ');
        List<Talk> talks = byName.get(phrase.toString());
        if (talks == null) continue;
        point(
            talks,
            new Reason(Kind.NAME, NAME, "names its speaker" + phrase.toString().stripTrailing()),
            reasons);
      }
    }
  }

  /** Who speaks three times is a weaker sign for each. */
  private static void point(
      @org.jspecify.annotations.Nullable List<Talk> talks,
      Reason reason,
      Map<String, List<Reason>> reasons) {
    if (talks == null) return;
    for (Talk talk : talks) {
      double weight = reason.weight() - Math.log(talks.size()) / 2;
      List<Reason> all = reasons.computeIfAbsent(talk.id(), any -> new ArrayList<>());
      boolean told = all.stream().anyMatch(other -> other.kind() == reason.kind());
      if (!told) all.add(new Reason(reason.kind(), weight, reason.sentence()));
    }
  }

  /** Whether the post names the room, of a talk that is near in time. */
  List<Reason> room(Talk talk, Said said) {
    String room = rooms.getOrDefault(talk.room(), "");
    if (room.strip().length() < 3) return List.of();
    boolean tagged = said.tags().contains(room.replace(" ", ""));
    if (!tagged && !said.phrase().contains(room)) return List.of();
    return List.of(new Reason(Kind.ROOM, ROOM, "names its room " + talk.room()));
  }

  /** Ids of the talks of these speakers. */
  boolean isSpeaker(Set<Handle> author, Talk talk) {
    return author.stream()
        .anyMatch(handle -> byHandle.getOrDefault(handle, List.of()).contains(talk));
  }
}
