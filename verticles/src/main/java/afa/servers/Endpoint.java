package afa.servers;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a server of a data directory listens, kept beside its data so that other nodes of the
 * machine find it.
 *
 * @param port on 127.0.0.1
 * @param password made up once per data directory
 */
record Endpoint(int port, String password) {
  private static final int PASSWORD_BITS = 130;

  /** An endpoint that nobody has used yet. */
  static Endpoint fresh(int port) {
    return new Endpoint(port, new BigInteger(PASSWORD_BITS, new SecureRandom()).toString(36));
  }

  Endpoint withPort(int other) {
    return new Endpoint(other, password);
  }

  /**
   * The endpoint kept in {@code directory}; empty when there is none.
   *
   * @throws IOException also when it is damaged: with another password the data is out of reach
   */
  static Optional<Endpoint> remembered(Path directory) throws IOException {
    Path file = file(directory);
    if (!Files.exists(file)) return Optional.empty();
    Properties kept = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    }
    String port = kept.getProperty("port", "");
    String password = kept.getProperty("password", "");
    if (!port.matches("\\d{1,5}") || password.isEmpty()) {
      throw new IOException(file + " is damaged: it should hold a port and a password");
    }
    return Optional.of(new Endpoint(Integer.parseInt(port), password));
  }

  /** Keeps the endpoint in {@code directory}, readable by our own user alone. */
  void remember(Path directory) throws IOException {
    Path draft = directory.resolve("endpoint.new");
    String text = "port=" + port + "\npassword=" + password + "\n";
    PrivateFiles.write(draft, text.getBytes(StandardCharsets.UTF_8));
    Files.move(draft, file(directory), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path file(Path directory) {
    return directory.resolve("endpoint");
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return "127.0.0.1:" + port;
  }
}
