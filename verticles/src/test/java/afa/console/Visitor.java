package afa.console;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser as far as the console notices: it keeps cookies and fills in forms. */
final class Visitor {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern FIELD =
      Pattern.compile("name=\"csrf\" (?:value|content)=\"([^\"]+)\"");

  final Map<String, String> cookies = new LinkedHashMap<>();
  final List<String> setCookies = new ArrayList<>();
  private int port;

  Visitor(int port) {
    this.port = port;
  }

  /** Goes on at another node. */
  Visitor at(int other) {
    port = other;
    return this;
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return send(request(path, headers)
        .setHeader("content-type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body)));
  }

  /** By the form of the login page. */
  HttpResponse<String> login(String user, String password) throws Exception {
    String csrf = token("/console/login");
    return post(
        "/console/login",
        "user=" + encode(user) + "&password=" + encode(password) + "&csrf=" + encode(csrf));
  }

  /** What a page says that its requests must bring. */
  String token(String page) throws Exception {
    Matcher field = FIELD.matcher(get(page).body());
    if (!field.find()) throw new AssertionError("no token in " + page);
    return field.group(1);
  }

  JsonObject json(String path, String... headers) throws Exception {
    HttpResponse<String> answer = get(path, headers);
    if (answer.statusCode() != 200) throw new AssertionError(path + ": " + answer.body());
    return new JsonObject(answer.body());
  }

  static String[] basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new String[] {"authorization", "Basic " + Base64.getEncoder().encodeToString(both)};
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(60));
    if (headers.length > 0) request.headers(headers);
    if (!cookies.isEmpty()) {
      List<String> sent = new ArrayList<>();
      cookies.forEach((name, value) -> sent.add(name + "=" + value));
      request.header("cookie", String.join("; ", sent));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
    for (String cookie : response.headers().allValues("set-cookie")) {
      setCookies.add(cookie);
      String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
      if (pair[1].isEmpty()) cookies.remove(pair[0]);
      else cookies.put(pair[0], pair[1]);
    }
    return response;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
