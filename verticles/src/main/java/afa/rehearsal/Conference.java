package afa.rehearsal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The script of the rehearsal: who is there, which talks are given, what is posted about them.
 *
 * @param authors by handle
 */
public record Conference(
    Map<String, ScriptAuthor> authors, List<ScriptTalk> talks, List<ScriptPost> posts) {
  /** The script that travels with the product. */
  public static final String DEFAULT = "rehearsal";

  /** A conference with nobody and nothing. */
  public static final Conference EMPTY = new Conference(Map.of(), List.of(), List.of());

  private static final ObjectMapper JSON = JsonMapper.builder()
      .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  /**
   * @throws IllegalArgumentException naming the first post that refers to nobody or nothing
   */
  public Conference {
    authors = Map.copyOf(authors);
    talks = List.copyOf(talks);
    posts = List.copyOf(posts);
    new ConferenceCheck(authors, talks).check(posts);
  }

  /** Reads {@code authors.json}, {@code talks.json} and {@code posts.jsonl} of a resource folder. */
  public static Conference load(String folder) {
    return load(folder, List.of("posts.jsonl"));
  }

  /** The same with {@code photos.jsonl} and {@code articles.jsonl}, which fit one network each. */
  public static Conference loadAll(String folder) {
    return load(folder, List.of("posts.jsonl", "photos.jsonl", "articles.jsonl"));
  }

  private static Conference load(String folder, List<String> files) {
    try {
      Map<String, ScriptAuthor> authors = new LinkedHashMap<>();
      List<ScriptAuthor> everybody = read(folder + "/authors.json", new TypeReference<>() {});
      everybody.forEach(author -> authors.put(author.handle(), author));
      List<ScriptTalk> talks = read(folder + "/talks.json", new TypeReference<>() {});
      List<ScriptPost> posts = new ArrayList<>();
      for (String file : files) posts.addAll(posts(folder + "/" + file));
      return new Conference(authors, talks, posts);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the script of the rehearsal: " + folder, unreadable);
    }
  }

  /** The author of that handle: one of the script's, or a stranger. */
  public ScriptAuthor author(String handle) {
    ScriptAuthor known = authors.get(handle);
    if (known != null) return known;
    return new ScriptAuthor(handle, handle, "en", "", Math.floorMod(handle.hashCode(), 360));
  }

  private static <T> T read(String resource, TypeReference<T> type) throws IOException {
    return JSON.readValue(bytes(resource), type);
  }

  private static List<ScriptPost> posts(String resource) throws IOException {
    try (var posts = JSON.readerFor(ScriptPost.class).<ScriptPost>readValues(bytes(resource))) {
      return posts.readAll();
    }
  }

  private static String bytes(String resource) throws IOException {
    try (InputStream in = Conference.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) throw new FileNotFoundException(resource);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
