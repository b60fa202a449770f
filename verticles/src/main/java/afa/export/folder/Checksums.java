package afa.export.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sums over all files of a folder, as {@code sha256sum} writes and checks them. */
final class Checksums {
  static final String NAME = "SHA256SUMS";

  /** As it would stand in the list; leads nowhere but down. */
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ((?!/)[A-Za-z0-9._/-]+)");

  private Checksums() {}

  static void write(Path folder) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, Path> file : files(folder).entrySet()) {
      lines.append(of(file.getValue())).append("  ").append(file.getKey()).append('\n');
    }
    Files.writeString(folder.resolve(NAME), lines);
  }

  /** What is wrong with a folder, a sentence each; empty when it is whole. */
  static List<String> problems(Path folder) throws IOException {
    List<String> problems = new ArrayList<>();
    Map<String, Path> files = files(folder);
    for (String line : Files.readAllLines(folder.resolve(NAME))) {
      Matcher sum = LINE.matcher(line);
      if (!sum.matches() || sum.group(2).contains("..")) {
        problems.add(NAME + " has a line that is none: " + line);
        continue;
      }
      Path file = files.remove(sum.group(2));
      if (file == null) problems.add(sum.group(2) + " is missing");
      else if (!of(file).equals(sum.group(1))) problems.add(sum.group(2) + " is damaged");
    }
    files.keySet().forEach(name -> problems.add(name + " is not in " + NAME));
    return problems;
  }

  /** By their names, sorted; links lead elsewhere and do not count. */
  private static Map<String, Path> files(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        files.put(folder.relativize(path).toString().replace('\\', '/'), path);
      }
    }
    files.remove(NAME);
    return files;
  }

  static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
