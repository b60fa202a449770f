package afa;

import static org.assertj.core.api.Assertions.assertThat;

import afa.config.Environment;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What can be said of the container files where no container runs. */
final class ContainerFilesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern COPIED = Pattern.compile("(?m)^COPY (?!--from)(.*) \\S+$");

  @TempDir
  private Path folder;

  @Test
  void everyNodeOfTheComposeFileWouldStartWithWhatItIsTold() throws IOException {
    Map<String, Map<String, Object>> nodes = nodes();
    assertThat(nodes.keySet())
        .containsExactlyInAnyOrder("main", "delivery1", "delivery2", "delivery3");
    for (String name : nodes.keySet()) {
      Environment environment = environment(nodes.get(name));
      RunOptions options = RunOptions.parse(List.of(), environment);
      ServerUrls.check(environment);
      assertThat(options.node()).isEqualTo(name);
      assertThat(Whereabouts.read(environment).members())
          .containsExactlyInAnyOrderElementsOf(
              nodes.keySet().stream().map(member -> member + ":5701").toList());
      assertThat(Settings.read(options.conf()).delivery().trustForwardedFor()).isTrue();
    }
  }

  @Test
  void whoWritesTheLogIsToldWhereItIs() throws IOException {
    Map<String, Map<String, Object>> nodes = nodes();
    assertThat(environment(nodes.get("main")).get("REDIS_URL")).isPresent();
    nodes.remove("main");
    assertThat(nodes.values())
        .allSatisfy(node -> assertThat(environment(node).get("AFA_ROLES")).contains("delivery"));
  }

  @Test
  void haproxyIsSentToServicesThatAreThere() throws Exception {
    List<?> entrypoint = (List<?>) map(services().get("haproxy")).get("entrypoint");
    String shell = entrypoint.get(2).toString();
    Path changed = folder.resolve("haproxy.cfg");
    run(shell
        .substring(0, shell.indexOf("&&"))
        .replace("/conf/haproxy.cfg", ROOT.resolve("conf/haproxy.cfg").toString())
        .replace("/tmp/haproxy.cfg", changed.toString()));
    List<String> servers = Files.readAllLines(changed).stream()
        .filter(line -> line.matches("\\s+server .*"))
        .map(line -> line.strip().split("\\s+", -1)[2])
        .toList();
    assertThat(servers)
        .contains("main:8080", "delivery1:8080", "delivery2:8080", "delivery3:8080")
        .allMatch(server -> services().containsKey(server.replace(":8080", "")));
  }

  @Test
  void whatTheImageCopiesIsInTheRepository() throws IOException {
    String file = Files.readString(ROOT.resolve("Containerfile"));
    List<String> copied = COPIED
        .matcher(file)
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(" ", -1)))
        .collect(Collectors.toList());
    assertThat(copied).contains("afa", "cluster.xml", "conf");
    assertThat(copied).allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    assertThat(file).contains("USER 10001").contains("ENTRYPOINT [\"/opt/afa/afa\"]");
    assertThat(ROOT.resolve("conf/container/healthy")).isExecutable();
  }

  @Test
  void everyVariableIsInTheManual() throws IOException {
    Variables.assertKnown(ROOT.resolve("compose.yaml"));
    Variables.assertKnown(ROOT.resolve("Containerfile"));
  }

  @Test
  void theHealthCheckTellsALiveNodeFromOthers() throws Exception {
    int[] status = {200};
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/health/live", exchange -> {
      exchange.sendResponseHeaders(status[0], -1);
      exchange.close();
    });
    server.start();
    String check =
        "AFA_PORT=" + server.getAddress().getPort() + " " + ROOT.resolve("conf/container/healthy");
    assertThat(run(check)).isZero();
    status[0] = 503;
    assertThat(run(check)).isNotZero();
    server.stop(0);
    assertThat(run(check)).isNotZero();
  }

  private static int run(String shell) throws Exception {
    Process process = new ProcessBuilder("bash", "-c", shell)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** What the image says, then the service; the settings where the test has put them. */
  private Environment environment(Map<String, Object> service) {
    Map<String, String> environment = new HashMap<>(Map.of("AFA_PORT", "8080"));
    map(service.get("environment"))
        .forEach((name, value) -> environment.put(name, filled(value.toString())));
    environment.put("AFA_CONF", settings().toString());
    return new Environment(environment);
  }

  /** As compose does it, with a password made up. */
  private static String filled(String value) {
    return value.replaceAll("\\$\\{\\w+:-}", "").replaceAll("\\$\\{\\w+(:\\?[^}]*)?}", "secret1");
  }

  private Path settings() {
    try {
      Map<String, Object> configs = map(compose().get("configs"));
      String content = map(configs.get("settings")).get("content").toString();
      return Files.writeString(folder.resolve("afa.yaml"), content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, Map<String, Object>> nodes() {
    Map<String, Map<String, Object>> nodes = new HashMap<>();
    services().forEach((name, service) -> {
      if ("a-feed-apart".equals(map(service).get("image"))) nodes.put(name, map(service));
    });
    return nodes;
  }

  private static Map<String, Object> services() {
    return map(compose().get("services"));
  }

  private static Map<String, Object> compose() {
    try {
      return map(new Yaml().load(Files.readString(ROOT.resolve("compose.yaml"))));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object yaml) {
    return (Map<String, Object>) yaml;
  }
}
