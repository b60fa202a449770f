package afa.rehearsal;

import java.util.stream.Collectors;

/** What {@code rehearse} says once it plays: where everything is, and how a node follows it. */
final class RehearsalWelcome {
  private RehearsalWelcome() {}

  static String text(RehearsalVerticle rehearsal, RehearseOptions options) {
    String url = rehearsal.url();
    String variables = rehearsal.environment().entrySet().stream()
        .map(variable -> "    export " + variable.getKey() + "=" + variable.getValue())
        .collect(Collectors.joining("\n"));
    return """

        The rehearsal of %s is on: %s.

          control      %s/control
          schedule     %s/schedule.json
          ledgers      %s
          outages      %s/outages
          seed         %d

        Point a node at it:

        %s

        and give it this event file, which is also at %s/event.yaml:

        %s
          Ctrl-C ends it%s.
        """
        .formatted(
            RehearsedEvent.NAME,
            String.join(", ", rehearsal.networks()),
            url,
            url,
            rehearsal.networks().stream()
                .map(network -> url + "/ledger/" + network)
                .collect(Collectors.joining("\n               ")),
            url,
            options.rehearsal().seed(),
            variables,
            url,
            rehearsal.eventFile().indent(4),
            options.length().isZero()
                ? ""
                : "; it ends by itself after " + options.length().toSeconds() + " s");
  }
}
