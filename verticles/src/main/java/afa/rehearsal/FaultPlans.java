package afa.rehearsal;

import afa.rehearsal.FaultPlan.Planned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Faults at random on several networks. Written as a {@link FaultPlan}; what has a network's name
 * before it, such as {@code mastodon:stall=60:5}, happens there alone, all else wherever it is known.
 *
 * @param everywhere on every network that knows the fault
 * @param alone by the name of the network
 * @param weather names of networks that have the usual mixture, as far as they know it
 */
public record FaultPlans(FaultPlan everywhere, Map<String, FaultPlan> alone, Set<String> weather) {
  /** No faults. */
  public static final FaultPlans NONE = new FaultPlans(FaultPlan.NONE, Map.of(), Set.of());

  private static final Pattern NAMED = Pattern.compile("([a-z]+):([a-z].*)");

  public FaultPlans {
    alone = Map.copyOf(alone);
    weather = Set.copyOf(weather);
  }

  /**
   * Reads plans.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static FaultPlans parse(String text) {
    List<Planned> everywhere = new ArrayList<>();
    Map<String, List<Planned>> alone = new LinkedHashMap<>();
    Set<String> weather = new HashSet<>();
    for (String item : text.split(",", -1)) {
      Matcher named = NAMED.matcher(item.strip());
      if (!named.matches()) {
        everywhere.addAll(FaultPlan.parse(item.strip()).faults());
      } else if (named.group(2).equals("weather")) {
        weather.add(named.group(1));
      } else {
        alone
            .computeIfAbsent(named.group(1), network -> new ArrayList<>())
            .addAll(FaultPlan.parse(named.group(2)).faults());
      }
    }
    Map<String, FaultPlan> plans = new LinkedHashMap<>();
    alone.forEach((network, faults) -> plans.put(network, new FaultPlan(faults)));
    return new FaultPlans(new FaultPlan(everywhere), plans, weather);
  }

  /** The networks that are named. */
  Set<String> networks() {
    Set<String> names = new TreeSet<>(alone.keySet());
    names.addAll(weather);
    return names;
  }

  /**
   * What happens on one network.
   *
   * @param known the faults that it has
   * @throws IllegalArgumentException when it was told to have another
   */
  FaultPlan on(String network, Set<Fault> known) {
    List<Planned> faults = new ArrayList<>(everywhere.faults());
    if (weather.contains(network)) faults.addAll(FaultPlan.parse("weather").faults());
    faults.removeIf(planned -> !known.contains(planned.fault()));
    for (Planned planned : alone.getOrDefault(network, FaultPlan.NONE).faults()) {
      if (!known.contains(planned.fault())) {
        throw new IllegalArgumentException(
            network + " does not have the fault " + planned.fault().id());
      }
      faults.add(planned);
    }
    return new FaultPlan(faults);
  }
}
