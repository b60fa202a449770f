package afa.message;

/**
 * Answers {@link RevokeReport}: nobody can open it any more.
 *
 * @param talk id of the talk that it was about
 */
public record ReportRevoked(String report, String talk) implements BusMessage {}
