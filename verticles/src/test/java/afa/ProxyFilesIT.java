package afa;

import afa.servers.FreePort;
import afa.testkit.Haproxy;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that we ship for what stands in front of nodes are understood by it. */
final class ProxyFilesIT {
  @TempDir
  private Path folder;

  @Test
  void haproxyAcceptsOurs() throws Exception {
    Haproxy.run(Haproxy.installed("haproxy"), "-c", "-f", "../conf/haproxy.cfg");
  }

  @Test
  void nginxAcceptsOurs() throws Exception {
    String nginx = Haproxy.installed("nginx");
    Path file = Haproxy.shipped("nginx.conf", folder, Map.of(8000, FreePort.find()));
    String pid = "pid " + folder.resolve("nginx.pid") + ";";
    Haproxy.run(nginx, "-t", "-e", "stderr", "-g", pid, "-c", file.toString());
  }
}
