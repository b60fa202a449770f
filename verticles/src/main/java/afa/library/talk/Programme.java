package afa.library.talk;

import afa.bus.BusFailure;
import afa.library.Library;
import afa.schedule.Handle;
import afa.schedule.Person;
import afa.schedule.Talk;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The talks of an event. */
public final class Programme {
  private static final String TALKS =
      """
      select talk, keys, title, starts_at, ends_at, room, track, type, lang, summary, url, hashtags,
        speakers::text as speakers, cancelled, dropped
      from talks where event = $1
      """;

  private static final String ALL = TALKS + " order by starts_at, room, talk";
  private static final String ONE = TALKS + " and talk = $2";

  private final Library library;

  public Programme(Library library) {
    this.library = library;
  }

  /** All, in the order in which they begin. */
  public Future<List<ListedTalk>> talks(String event) {
    return library.read(ALL, Tuple.of(event)).map(rows -> {
      List<ListedTalk> talks = new ArrayList<>();
      for (Row row : rows) talks.add(talk(row));
      return talks;
    });
  }

  /** One of them; fails with {@code NOT_FOUND} when there is none of that name. */
  public Future<ListedTalk> talk(String event, String talk) {
    return library.read(ONE, Tuple.of(event, talk)).map(rows -> {
      if (rows.size() == 0) throw new BusFailure(BusFailure.Kind.NOT_FOUND, "no talk " + talk);
      return talk(rows.iterator().next());
    });
  }

  private static ListedTalk talk(Row row) {
    Talk talk = new Talk(
        row.getString("talk"),
        List.of(row.getArrayOfStrings("keys")),
        row.getString("title"),
        row.getOffsetDateTime("starts_at").toInstant(),
        row.getOffsetDateTime("ends_at").toInstant(),
        row.getString("room"),
        row.getString("track"),
        row.getString("type"),
        row.getString("lang"),
        people(row.getString("speakers")),
        row.getString("summary"),
        row.getString("url"),
        List.of(row.getArrayOfStrings("hashtags")),
        row.getBoolean("cancelled"));
    return new ListedTalk(talk, row.getBoolean("dropped"));
  }

  private static List<Person> people(String json) {
    return objects(new JsonArray(json)).stream()
        .map(person -> new Person(
            person.getString("id", person.getString("name", "")),
            person.getString("name", ""),
            objects(person.getJsonArray("handles", new JsonArray())).stream()
                .map(handle -> new Handle(handle.getString("network"), handle.getString("name")))
                .toList(),
            person.getJsonArray("links", new JsonArray()).stream()
                .map(String::valueOf)
                .toList()))
        .toList();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
