package afa;

import static org.assertj.core.api.Assertions.assertThat;

import afa.config.Environment;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.XmlConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WhereaboutsTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void withoutVariablesTheFileStandsWithNodesOnLoopbackOnly() throws Exception {
    Config config = Cluster.configOf(open(xml()), Whereabouts.read(new Environment(Map.of())));
    assertThat(config.getNetworkConfig().getInterfaces().getInterfaces())
        .containsExactly("127.0.0.1");
    assertThat(config.getNetworkConfig().getJoin().getTcpIpConfig().getMembers())
        .containsExactly("127.0.0.1");
  }

  @Test
  void twoMachinesNeedTwoVariablesAndTheSameFile() throws Exception {
    Whereabouts told = Whereabouts.read(new Environment(Map.of(
        "AFA_CLUSTER_INTERFACE", "10.0.0.1", "AFA_MEMBERS", "10.0.0.1, node2.example:5702")));
    Config config = Cluster.configOf(open(xml()), told);
    assertThat(config.getNetworkConfig().getInterfaces().getInterfaces())
        .containsExactly("10.0.0.1");
    assertThat(config.getNetworkConfig().getJoin().getTcpIpConfig().getMembers())
        .containsExactly("10.0.0.1", "node2.example:5702");
  }

  @Test
  void whatTheManualSaysOfKubernetesIsUnderstood() throws Exception {
    String manual = Files.readString(ROOT.resolve("docs/operations.md"));
    int start = manual.indexOf("<join>");
    String join = manual.substring(start, manual.indexOf("</join>") + "</join>".length());
    String xml = xml().replaceAll("(?s)<join>.*</join>", join);
    JoinConfig read = new XmlConfigBuilder(open(xml)).build().getNetworkConfig().getJoin();
    assertThat(read.getKubernetesConfig().isEnabled()).isTrue();
    assertThat(read.getKubernetesConfig().getProperty("service-dns")).startsWith("afa-nodes.");
    assertThat(read.getTcpIpConfig().isEnabled()).isFalse();
  }

  private static String xml() throws Exception {
    return Files.readString(ROOT.resolve("cluster.xml"));
  }

  private static InputStream open(String xml) {
    return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
  }
}
