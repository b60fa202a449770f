package afa.coverage;

import afa.feed.CoverageInterval;
import afa.message.IntegrityRead;
import afa.message.SourceIntegrity;
import afa.message.Spending;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The answer as docs/protocol.md describes it; what is absent is left out. */
final class CoverageJson {
  private CoverageJson() {}

  static Buffer of(IntegrityRead read) {
    JsonArray sources = new JsonArray();
    read.sources().forEach(source -> sources.add(source(source)));
    JsonObject json = new JsonObject()
        .put("event", read.event())
        .put("at", read.at())
        .put("from", read.from())
        .put("to", read.to())
        .put("level", word(read.level()))
        .put("line", read.line());
    putKnown(json, "problem", read.problem());
    return json.put("sources", sources).toBuffer();
  }

  private static JsonObject source(SourceIntegrity source) {
    JsonArray intervals = new JsonArray();
    source.intervals().forEach(interval -> intervals.add(interval(interval)));
    JsonObject json = new JsonObject().put("source", source.source());
    putKnown(json, "part", source.part());
    json.put("state", word(source.state())).put("since", source.since());
    putKnown(json, "remark", source.remark());
    putKnown(json, "lastPost", source.lastPost());
    putKnown(json, "lastSign", source.lastSign());
    Spending spending = source.spending();
    if (spending != null) {
      json.put(
          "spending",
          new JsonObject()
              .put("perDay", spending.perDay())
              .put("read", spending.read())
              .put("projected", spending.projected()));
    }
    return json.put("intervals", intervals);
  }

  private static JsonObject interval(CoverageInterval interval) {
    JsonObject json = new JsonObject()
        .put("from", interval.from())
        .put("to", interval.to())
        .put("kind", word(interval.kind()));
    if (interval.kind() == CoverageInterval.Kind.BACKFILLED) json.put("posts", interval.posts());
    putKnown(json, "reason", interval.reason());
    return json;
  }

  private static void putKnown(JsonObject json, String name, @Nullable Object value) {
    if (value != null) json.put(name, value);
  }

  /** {@code CATCHING_UP} is {@code catching-up}. */
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
