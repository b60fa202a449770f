package afa.export.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes pages from the templates below {@code templates/export/}; what they insert is escaped. */
final class Sheets {
  private static final String TEMPLATES = "templates/export/";

  private final PebbleEngine engine = new PebbleEngine.Builder()
      .loader(new ClasspathLoader())
      .autoEscaping(true)
      .strictVariables(true)
      .defaultLocale(Locale.ENGLISH)
      .build();

  private final Path folder;

  Sheets(Path folder) {
    this.folder = folder;
  }

  /** Writes a page; every name that the template uses must be in {@code model}. */
  void write(String file, String template, Map<String, Object> model) throws IOException {
    Path page = folder.resolve(file);
    Files.createDirectories(page.getParent());
    // What UTF-8 cannot say, such as half a surrogate pair, becomes a question mark.
    try (Writer out =
        new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(page), UTF_8))) {
      engine.getTemplate(TEMPLATES + template + ".peb").evaluate(out, model);
    }
  }

  /** Copies what pages have beside them. */
  void addStyle() throws IOException {
    try (InputStream style = Objects.requireNonNull(
        Sheets.class.getClassLoader().getResourceAsStream(TEMPLATES + "style.css"))) {
      Files.copy(style, folder.resolve("style.css"));
    }
  }

  /** A list of posts that may fill several pages. */
  final class Series {
    private static final int POSTS = 500;

    private final String base;
    private final Map<String, Object> model;
    private final List<PostSheet> posts = new ArrayList<>();
    private int page = 1;
    private long count;

    /**
     * @param base the first file without {@code .html}, one directory down
     */
    Series(String base, Map<String, Object> model) {
      this.base = base;
      this.model = Map.copyOf(model);
    }

    void add(PostSheet post) throws IOException {
      if (posts.size() == POSTS) {
        flush(true);
        page++;
        posts.clear();
      }
      posts.add(post);
      count++;
    }

    /** Writes what is left; how many there were. */
    long end() throws IOException {
      flush(false);
      return count;
    }

    private void flush(boolean goesOn) throws IOException {
      Map<String, Object> all = new HashMap<>(model);
      all.put("posts", posts);
      all.put("page", page);
      all.put("previous", page == 1 ? "" : name(page - 1));
      all.put("next", goesOn ? name(page + 1) : "");
      write(file(page), "posts", all);
    }

    private String file(int number) {
      return base + (number == 1 ? "" : "." + number) + ".html";
    }

    private String name(int number) {
      return file(number).substring(file(number).lastIndexOf('/') + 1);
    }
  }

  Series series(String base, Map<String, Object> model) {
    return new Series(base, model);
  }
}
