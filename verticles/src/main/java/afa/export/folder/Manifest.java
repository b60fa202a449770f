package afa.export.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a folder holds, in {@code manifest.json}. Says nothing of when or where it was made: the same
 * archive makes the same folder.
 *
 * @param format of the folder
 * @param tables of {@link Contents}, by name
 * @param pictures how many are in it
 * @param missing how many could not be fetched
 */
record Manifest(int format, String event, Map<String, Table> tables, long pictures, long missing) {
  static final int FORMAT = 1;
  static final String NAME = "manifest.json";

  private static final ObjectMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.INDENT_OUTPUT)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  /** A table with the columns that its lines may have. */
  record Table(List<String> columns, long rows) {
    Table {
      columns = List.copyOf(columns);
    }
  }

  Manifest {
    if (event == null || tables == null) throw new IllegalArgumentException("not a manifest");
    tables = new TreeMap<>(tables);
  }

  static Manifest of(
      String event, Map<Contents, DataWriter.Written> written, long pictures, long missing) {
    Map<String, Table> tables = new TreeMap<>();
    written.forEach((contents, table) ->
        tables.put(contents.table(), new Table(table.columns(), table.rows())));
    return new Manifest(FORMAT, event, tables, pictures, missing);
  }

  /** How many rows a table has; 0 of one that is not named. */
  long rows(Contents contents) {
    Table table = tables.get(contents.table());
    return table == null ? 0 : table.rows();
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(NAME), JSON.writeValueAsString(this) + "\n");
  }

  /** Throws {@link FolderRefused} when there is none that this version knows. */
  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new FolderRefused(folder + " is no exported event: it has no " + NAME);
    }
    try {
      Manifest manifest = JSON.readValue(Files.readString(file), Manifest.class);
      if (manifest.format() == FORMAT) return manifest;
      throw new FolderRefused(
          folder + " has format " + manifest.format() + "; this version knows " + FORMAT + " only");
    } catch (JsonProcessingException damaged) {
      throw new FolderRefused(file + " cannot be read: " + damaged.getOriginalMessage(), damaged);
    }
  }
}
