package afa;

import afa.config.ConfigException;
import afa.config.Environment;
import afa.config.EventConfig;
import afa.config.Section;
import afa.config.YamlFile;
import afa.feed.EventInfo;
import afa.source.SourceKind;
import io.vertx.core.Deployable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The event files of a node. */
final class EventFiles {
  private final Map<String, SourceKind> kinds;
  private final Environment environment;

  EventFiles(List<SourceKind> kinds, Environment environment) {
    this.kinds = kinds.stream().collect(Collectors.toMap(SourceKind::name, kind -> kind));
    this.environment = environment;
  }

  /**
   * Reads all of them.
   *
   * @throws UsageException naming every problem of every file
   */
  List<FollowedEvent> read(List<Path> files) {
    List<FollowedEvent> events = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Path file : files) {
      try {
        FollowedEvent event = YamlFile.read(file, section -> read(section, directory(file)));
        if (!ids.add(event.info().event())) {
          problems.add(file + ": another file describes " + event.info().event() + " already");
        }
        events.add(event);
      } catch (ConfigException wrong) {
        problems.add(wrong.getMessage());
      }
    }
    if (!problems.isEmpty()) throw new UsageException(String.join("\n", problems));
    return List.copyOf(events);
  }

  /**
   * Reads the text of one.
   *
   * @param name what it is called when something is wrong
   * @throws ConfigException naming every problem
   */
  FollowedEvent read(String name, String text) {
    return YamlFile.read(name, text, section -> read(section, Path.of("")));
  }

  private static Path directory(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? Path.of("/") : parent;
  }

  private FollowedEvent read(Section file, Path directory) {
    EventConfig written = EventConfig.read(file, kinds.keySet());
    EventInfo info = ScheduleFiles.located(written.info(), directory, file);
    EventConfig config = new EventConfig(info, written.sources());
    Map<String, Supplier<? extends Deployable>> sources = new LinkedHashMap<>();
    config
        .sources()
        .forEach((name, section) ->
            sources.put(name, kinds.get(name).read(config.info(), section, environment)));
    return new FollowedEvent(config.info(), sources);
  }
}
