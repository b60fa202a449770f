package afa.console;

import afa.message.Happened;
import afa.message.LinesRead;
import afa.message.NodeReported;
import afa.message.NodeVitals;
import afa.message.RollingTold;
import afa.message.VerticleCommanded;
import afa.message.VerticleStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the console tells browsers and programs. Fields that are absent are left out. */
final class ConsoleJson {
  private ConsoleJson() {}

  static JsonObject nodes(List<NodeView> nodes, Instant at) {
    Summary summary = Summary.of(nodes);
    JsonObject told =
        new JsonObject().put("level", summary.level().word()).put("sentence", summary.sentence());
    putIfThere(told, "remedy", summary.remedy());
    return new JsonObject()
        .put("at", at.toString())
        .put("summary", told)
        .put("nodes", array(nodes, ConsoleJson::node));
  }

  private static JsonObject node(NodeView node) {
    NodeReported report = node.report();
    NodeVitals vitals = report.vitals();
    JsonObject json = new JsonObject()
        .put("node", report.node())
        .put("life", report.life())
        .put("version", report.version())
        .put("roles", new JsonArray(report.roles()))
        .put("http", report.http())
        .put("startedAt", report.startedAt().toString())
        .put("at", report.at().toString())
        .put("uptimeSeconds", Duration.between(report.startedAt(), report.at()).toSeconds())
        .put("heard", node.heard())
        .put("ready", node.heard() && report.ready())
        .put("draining", report.draining())
        .put("memory", memory(vitals))
        .put("processors", vitals.processors())
        .put("cpu", vitals.cpu())
        .put("load", vitals.load())
        .put("loopDelayMillis", vitals.loopDelayMillis())
        .put("readers", vitals.readers())
        .put("posts", vitals.posts())
        .put("deliveries", vitals.deliveries());
    if (vitals.delayMillis() >= 0) json.put("delayMillis", vitals.delayMillis());
    return json.put("verticles", array(node.verticles(), ConsoleJson::verticle));
  }

  private static JsonObject memory(NodeVitals vitals) {
    return new JsonObject()
        .put("heapUsed", vitals.heapUsed())
        .put("heapMax", vitals.heapMax())
        .put("resident", vitals.resident());
  }

  private static JsonObject verticle(VerticleStatus status) {
    JsonObject json = new JsonObject()
        .put("verticle", status.verticle())
        .put("desired", status.wanted() ? "running" : "stopped")
        .put("state", word(status.state()))
        .put("since", status.since().toString())
        .put("standby", status.standby());
    putIfThere(json, "worked", status.worked());
    json.put("work", status.work());
    if (status.lag() != null) json.put("lag", status.lag());
    putIfThere(json, "lagMeaning", status.lagMeaning());
    json.put(
        "restarts",
        new JsonObject()
            .put("people", status.restartsByPeople())
            .put("failures", status.restartsByFailures()));
    putIfThere(json, "lastError", status.error());
    putIfThere(json, "lastErrorAt", status.errorAt());
    return json;
  }

  static JsonObject commanded(VerticleCommanded answer) {
    return new JsonObject()
        .put("done", answer.done())
        .put("sentence", answer.sentence())
        .put("readers", answer.readers())
        .put("postsAtRisk", answer.postsAtRisk())
        .put("seconds", answer.seconds());
  }

  static JsonObject rolling(RollingTold told) {
    return new JsonObject()
        .put("id", told.id())
        .put("verticle", told.verticle())
        .put("state", word(told.state()))
        .put("steps", array(told.steps(), step -> new JsonObject()
            .put("node", step.node())
            .put("state", word(step.state()))
            .put("sentence", step.sentence())))
        .put("sentence", told.sentence());
  }

  static JsonObject happened(Happened happened) {
    JsonObject json =
        new JsonObject().put("id", happened.id()).put("at", happened.at().toString());
    putIfThere(json, "node", happened.node());
    putIfThere(json, "verticle", happened.verticle());
    return json.put("who", happened.who())
        .put("kind", happened.kind())
        .put("bad", happened.bad())
        .put("sentence", happened.sentence());
  }

  static JsonObject timeline(List<Happened> happened) {
    return new JsonObject().put("happened", array(happened, ConsoleJson::happened));
  }

  static JsonObject lines(LinesRead read) {
    return new JsonObject().put("lines", array(read.lines(), line -> {
      JsonObject json = new JsonObject().put("at", line.at().toString()).put("level", line.level());
      putIfThere(json, "verticle", line.verticle());
      return json.put("message", line.message());
    }));
  }

  static JsonObject history(List<History.Sample> samples, Instant now) {
    Instant from = samples.isEmpty() ? now : samples.get(0).at();
    JsonArray delays = new JsonArray();
    samples.forEach(sample -> delays.add(sample.delayMillis()));
    JsonObject series = new JsonObject()
        .put("readers", array(samples, History.Sample::readers))
        .put("posts", array(samples, History.Sample::posts))
        .put("deliveries", array(samples, History.Sample::deliveries))
        .put("delayMillis", delays);
    return new JsonObject()
        .put("stepSeconds", History.STEP.toSeconds())
        .put("from", from.toString())
        .put("series", series);
  }

  private static <T> JsonArray array(Collection<T> values, Function<T, Object> json) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(json.apply(value)));
    return array;
  }

  private static void putIfThere(JsonObject json, String name, @Nullable Object value) {
    if (value != null) json.put(name, value.toString());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
