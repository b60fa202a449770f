package afa.delivery;

import afa.config.Section;
import java.time.Duration;

/**
 * How readers are served.
 *
 * @param tailBytes memory for the newest updates, for each event and event loop
 * @param heartbeat a stream that has nothing to say sends a comment line this often
 * @param freeUpdates updates before the head that any address may ask for as often as it likes
 * @param allowanceUpdates updates further back that one address may have at once
 * @param refillPerSecond updates that an address's allowance grows by
 * @param trustForwardedFor whether the address of a reader is taken from {@code X-Forwarded-For},
 *     which only a load balancer in front may be allowed to set
 * @param drain how they are sent away
 */
public record DeliveryConfig(
    int tailBytes,
    Duration heartbeat,
    int freeUpdates,
    int allowanceUpdates,
    int refillPerSecond,
    boolean trustForwardedFor,
    DrainConfig drain) {

  /** Reads the section {@code delivery} of conf/afa.yaml. */
  public static DeliveryConfig read(Section delivery) {
    DeliveryConfig config = new DeliveryConfig(
        delivery.integer("tailBytes", 16 << 20, 1 << 20, 1 << 30),
        delivery.seconds("heartbeatSeconds", 15, 1, 60),
        delivery.integer("freeUpdates", 500, 0, 100_000),
        delivery.integer("allowanceUpdates", 1_000_000, 1, 1_000_000_000),
        delivery.integer("refillPerSecond", 20_000, 1, 1_000_000_000),
        delivery.flag("trustForwardedFor", false),
        DrainConfig.read(delivery.section("drain")));
    delivery.end();
    return config;
  }
}
