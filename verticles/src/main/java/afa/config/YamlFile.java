package afa.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A settings file. */
public final class YamlFile {
  private YamlFile() {}

  /**
   * Reads a file by {@code reader} and insists that nothing was wrong.
   *
   * @throws ConfigException naming every problem
   */
  public static <T> T read(Path file, Function<Section, T> reader) {
    return read(file.toString(), text(file), reader);
  }

  /**
   * The same of a text.
   *
   * @param name what it is called when something is wrong
   */
  public static <T> T read(String name, String text, Function<Section, T> reader) {
    List<String> problems = new ArrayList<>();
    Section section = Section.root(parse(name, text), problems);
    T settings = reader.apply(section);
    section.end();
    if (!problems.isEmpty()) throw new ConfigException(name, problems);
    return settings;
  }

  private static @Nullable Object parse(String name, String text) {
    try {
      return yaml().load(text);
    } catch (YAMLException notYaml) {
      throw new ConfigException(name, List.of("not YAML: " + notYaml.getMessage()));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException notText) {
      throw new ConfigException(file.toString(), List.of("not a text in UTF-8"));
    } catch (IOException unreadable) {
      throw new ConfigException(
          file.toString(),
          List.of(
              Files.exists(file) ? "cannot be read: " + unreadable.getMessage() : "no such file"));
    }
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions dumper = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options),
        new Representer(dumper),
        dumper,
        options,
        new TimesAsWritten());
  }

  /** Leaves dates as the text that was written; YAML's own would turn them into UTC instants. */
  private static final class TimesAsWritten extends Resolver {
    @Override
    public void addImplicitResolver(
        Tag tag, java.util.regex.Pattern regexp, @Nullable String first, int limit) {
      if (!tag.equals(Tag.TIMESTAMP)) super.addImplicitResolver(tag, regexp, first, limit);
    }
  }
}
