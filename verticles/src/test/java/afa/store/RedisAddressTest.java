package afa.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.redis.client.RedisClientType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://127.0.0.1",
        "redis://127.0.0.1:6379/3",
        "redis://:pass@host:6379",
        "rediss://user:p%40ss@redis.example.org:6380",
        "redis://[::1]:6379",
        "unix:///var/run/redis.sock"
      })
  void oneAddressIsARedisByItself(String url) {
    assertThat(RedisAddress.parse(url).options().getType()).isEqualTo(RedisClientType.STANDALONE);
    assertThat(RedisAddress.parse(url).urls()).containsExactly(url);
  }

  @Test
  void severalAddressesAreAClusterOrSentinels() {
    RedisAddress cluster = RedisAddress.parse("redis://a:7000,redis://b:7001?cluster");
    assertThat(cluster.options().getType()).isEqualTo(RedisClientType.CLUSTER);
    assertThat(cluster.options().getEndpoints())
        .containsExactly("redis://a:7000", "redis://b:7001");
    RedisAddress sentinel = RedisAddress.parse("redis://a:26379,redis://b:26379?sentinel=afa");
    assertThat(sentinel.options().getType()).isEqualTo(RedisClientType.SENTINEL);
    assertThat(sentinel.options().getMasterName()).isEqualTo("afa");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | not an address",
        "http://secret@a | not an address",
        "redis://a,b?cluster | number 2 is not an address",
        "redis://a:1,redis://b:1 | several addresses",
        "redis://a?sentinel= | must name the master",
        "redis://a?sentinel=x&cluster | either a cluster or behind sentinels",
        "redis://:secret@a?db=3 | unknown parameter db",
        "rediss://:secret@a?ca=/no/such/file.pem | no such file"
      })
  void whatIsWrongIsSaidWithoutThePassword(String url, String sentence) {
    assertThatThrownBy(() -> RedisAddress.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("secret");
  }

  @Test
  void aLogLineShowsNoPassword() {
    assertThat(RedisAddress.parse("redis://:secret@a").toString()).doesNotContain("secret");
  }
}
