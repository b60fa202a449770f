package afa.export.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes an archive of a folder, all of it or nothing. */
final class FolderImport {
  private static final int BATCH = 500;

  private final Database database;

  FolderImport(Database database) {
    this.database = database;
  }

  /** Does it; a sentence about it. */
  String from(Path folder) throws IOException {
    Manifest manifest = Manifest.read(folder);
    insistOnWhole(folder, manifest);
    return database.change(connection -> {
      if (DataWriter.knows(connection, manifest.event())) return same(connection, folder, manifest);
      for (Contents contents : Contents.values()) fill(connection, folder, manifest, contents);
      return "Imported " + manifest.event() + ": " + manifest.rows(Contents.UPDATES) + " updates";
    });
  }

  private static void insistOnWhole(Path folder, Manifest manifest) throws IOException {
    List<String> problems = new ArrayList<>();
    if (Files.isRegularFile(folder.resolve(Checksums.NAME))) {
      problems.addAll(Checksums.problems(folder));
    } else {
      problems.add(Checksums.NAME + " is missing");
    }
    for (Contents contents : Contents.values()) {
      if (!manifest.tables().containsKey(contents.table())) {
        problems.add(Manifest.NAME + " does not name the table " + contents.table());
      }
      if (!Files.isRegularFile(folder.resolve(contents.file()))) {
        problems.add(contents.file() + " is not there");
      }
    }
    if (problems.isEmpty()) return;
    throw new FolderRefused(
        folder + " has " + problems.size() + " problem(s), nothing was imported:"
            + problems.stream().map(problem -> "\n  - " + problem).collect(Collectors.joining()));
  }

  /** An event that is there already may be the same one. */
  private static String same(Connection connection, Path folder, Manifest manifest)
      throws SQLException, IOException {
    Path now = Files.createTempDirectory("afa-import");
    try {
      new DataWriter(connection, manifest.event()).write(now);
      List<String> others = new ArrayList<>();
      for (Contents each : Contents.values()) {
        long difference = Files.mismatch(now.resolve(each.file()), folder.resolve(each.file()));
        if (difference >= 0) others.add(each.table());
      }
      if (others.isEmpty()) return manifest.event() + " is there already, the same; nothing to do";
      throw new FolderRefused("The archive has an event " + manifest.event()
          + " with other contents (" + String.join(", ", others) + "); nothing was changed");
    } finally {
      Folders.delete(now);
    }
  }

  private static void fill(Connection connection, Path folder, Manifest manifest, Contents contents)
      throws SQLException, IOException {
    Manifest.Table told = Objects.requireNonNull(manifest.tables().get(contents.table()));
    Columns columns = Columns.of(connection, contents);
    List<String> unknown = new ArrayList<>(told.columns());
    unknown.removeAll(columns.all());
    if (!unknown.isEmpty()) {
      throw new FolderRefused("The folder is of a newer version: " + contents.table() + " has "
          + String.join(", ", unknown));
    }
    Path file = folder.resolve(contents.file());
    long rows;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      rows = fill(connection, lines, contents, columns.among(told.columns()), manifest.event());
    }
    if (rows == told.rows()) return;
    throw new FolderRefused(file + " has " + rows + " rows instead of " + told.rows());
  }

  private static long fill(
      Connection connection, BufferedReader lines, Contents contents, Columns columns, String event)
      throws SQLException, IOException {
    long rows = 0;
    try (PreparedStatement insert = connection.prepareStatement(insert(contents, columns))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        RowLine row = Portable.of(contents, RowLine.read(line, columns.json()));
        if (!event.equals(row.text("event"))) {
          throw new FolderRefused(contents.file() + " line " + (rows + 1) + " is of another event");
        }
        for (int i = 0; i < columns.json().size(); i++) {
          insert.setString(i + 1, row.json().get(columns.json().get(i)));
        }
        insert.setString(columns.json().size() + 1, row.plain());
        insert.addBatch();
        if (++rows % BATCH == 0) insert.executeBatch();
      }
      insert.executeBatch();
    }
    return rows;
  }

  private static String insert(Contents contents, Columns columns) {
    List<String> values = new ArrayList<>();
    columns.plain().forEach(name -> values.add("r." + name));
    columns.json().forEach(name -> values.add("j." + name + "::json"));
    String parameters =
        columns.json().stream().map(name -> "?::text as " + name).collect(Collectors.joining(", "));
    return "insert into " + contents.table() + " (" + String.join(", ", columns.all()) + ") select "
        + String.join(", ", values)
        + " from (select " + (parameters.isEmpty() ? "1" : parameters) + ") j,"
        + " json_populate_record(null::" + contents.table() + ", ?::json) r";
  }
}
