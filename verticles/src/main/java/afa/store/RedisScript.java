package afa.store;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A script that Redis runs in one atomic step, sent once and then called by its hash. */
final class RedisScript {
  private final String text;
  private final String hash;

  /** @param resource on the class path */
  RedisScript(String resource) {
    text = read(resource);
    hash = sha1(text);
  }

  /** Runs it; a Redis that was restarted has forgotten the script and is told again. */
  Future<Response> run(Redis redis, List<String> keys, List<String> arguments) {
    return redis
        .send(request(Command.EVALSHA, hash, keys, arguments))
        .recover(failure -> isError("NOSCRIPT", failure)
            ? redis.send(request(Command.EVAL, text, keys, arguments))
            : Future.failedFuture(failure));
  }

  /** Whether Redis, or a script, said that word first. */
  static boolean isError(String word, Throwable failure) {
    return failure.getMessage() != null && failure.getMessage().startsWith(word);
  }

  private static Request request(
      Command command, String script, List<String> keys, List<String> arguments) {
    Request request = Request.cmd(command).arg(script).arg(keys.size());
    keys.forEach(request::arg);
    arguments.forEach(request::arg);
    return request;
  }

  private static String read(String resource) {
    try (InputStream in = RedisScript.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException(resource + " is not on the class path");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Redis names a script by this hash; it protects nothing. */
  private static String sha1(String text) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(sha1.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
