package afa.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateNetworkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "::ffff:10.0.0.1",
        "198.18.0.1",
        "192.0.0.8",
        "255.255.255.255",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::cb00:7101",
        "64:ff9b:1:a00:0:100::",
        "64:ff9b:0:1::cb00:7101",
        "::7f00:1",
        "100::1",
        "2001:0:cb00:7101::1",
        "5f00::1",
        "2002:7f00:1::1"
      })
  void inside(String address) throws Exception {
    assertThat(PrivateNetwork.isInside(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.1",
        "172.32.0.1",
        "100.63.0.1",
        "100.128.0.1",
        "11.0.0.1",
        "2001:db8::1",
        "2606:4700::1111",
        "64:ff9b::cb00:7101"
      })
  void outside(String address) throws Exception {
    assertThat(PrivateNetwork.isInside(InetAddress.getByName(address))).isFalse();
  }
}
