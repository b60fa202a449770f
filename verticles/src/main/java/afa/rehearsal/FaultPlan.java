package afa.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Faults at random. Written as {@code drop=8,stall=60:5,framing}: a drop about every 8 seconds, a
 * stall of 5 seconds about every minute, hostile framing all the time. {@code weather} is a mixture
 * to leave running.
 */
public record FaultPlan(List<Planned> faults) {
  /** No faults. */
  public static final FaultPlan NONE = new FaultPlan(List.of());

  private static final String WEATHER = "framing,drop=20,cut=40,garbage=5,duplicate=5,reorder=7,"
      + "disconnect=60,unavailable=90,unavailable-html=120,slow=45:3";
  private static final Pattern ITEM =
      Pattern.compile("([a-z-]+)(?:=([0-9]+(?:\\.[0-9]+)?)(?::([0-9]+(?:\\.[0-9]+)?))?)?");

  /**
   * A fault and how often it happens.
   *
   * @param every mean time between two of them; zero means from the beginning on, without an end
   * @param length of a lasting fault
   */
  public record Planned(Fault fault, Duration every, Duration length) {}

  public FaultPlan {
    faults = List.copyOf(faults);
  }

  /**
   * Reads a plan.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static FaultPlan parse(String text) {
    List<Planned> faults = new ArrayList<>();
    for (String item : (text.equals("weather") ? WEATHER : text).split(",", -1)) {
      if (!item.isBlank()) faults.add(planned(item.strip()));
    }
    return new FaultPlan(faults);
  }

  private static Planned planned(String item) {
    Matcher parts = ITEM.matcher(item);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          item + " is not NAME=SECONDS or NAME=SECONDS:LENGTH, such as drop=8 or stall=60:5");
    }
    Fault fault = Fault.of(parts.group(1));
    if (parts.group(2) == null && fault != Fault.FRAMING) {
      throw new IllegalArgumentException(
          item + " needs the seconds between two of them, such as " + item + "=30");
    }
    return new Planned(fault, seconds(parts.group(2)), seconds(parts.group(3)));
  }

  private static Duration seconds(String text) {
    return text == null
        ? Duration.ZERO
        : Duration.ofMillis(Math.round(1_000 * Double.parseDouble(text)));
  }
}
