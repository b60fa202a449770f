package afa.schedule;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Time zones by the names that calendars give them. */
final class ZoneNames {
  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

  /** Windows' names, each with the place that CLDR maps it to (windowsZones.xml, territory 001). */
  private static final Map<String, String> WINDOWS = Map.ofEntries(
      Map.entry("UTC", "Etc/UTC"),
      Map.entry("GMT Standard Time", "Europe/London"),
      Map.entry("Greenwich Standard Time", "Atlantic/Reykjavik"),
      Map.entry("W. Europe Standard Time", "Europe/Berlin"),
      Map.entry("Central Europe Standard Time", "Europe/Budapest"),
      Map.entry("Central European Standard Time", "Europe/Warsaw"),
      Map.entry("Romance Standard Time", "Europe/Paris"),
      Map.entry("E. Europe Standard Time", "Europe/Chisinau"),
      Map.entry("FLE Standard Time", "Europe/Kyiv"),
      Map.entry("GTB Standard Time", "Europe/Bucharest"),
      Map.entry("Turkey Standard Time", "Europe/Istanbul"),
      Map.entry("Russian Standard Time", "Europe/Moscow"),
      Map.entry("Israel Standard Time", "Asia/Jerusalem"),
      Map.entry("South Africa Standard Time", "Africa/Johannesburg"),
      Map.entry("Egypt Standard Time", "Africa/Cairo"),
      Map.entry("W. Central Africa Standard Time", "Africa/Lagos"),
      Map.entry("E. Africa Standard Time", "Africa/Nairobi"),
      Map.entry("Arabian Standard Time", "Asia/Dubai"),
      Map.entry("India Standard Time", "Asia/Kolkata"),
      Map.entry("SE Asia Standard Time", "Asia/Bangkok"),
      Map.entry("China Standard Time", "Asia/Shanghai"),
      Map.entry("Singapore Standard Time", "Asia/Singapore"),
      Map.entry("Taipei Standard Time", "Asia/Taipei"),
      Map.entry("Tokyo Standard Time", "Asia/Tokyo"),
      Map.entry("Korea Standard Time", "Asia/Seoul"),
      Map.entry("W. Australia Standard Time", "Australia/Perth"),
      Map.entry("E. Australia Standard Time", "Australia/Brisbane"),
      Map.entry("AUS Eastern Standard Time", "Australia/Sydney"),
      Map.entry("Cen. Australia Standard Time", "Australia/Adelaide"),
      Map.entry("New Zealand Standard Time", "Pacific/Auckland"),
      Map.entry("Hawaiian Standard Time", "Pacific/Honolulu"),
      Map.entry("Alaskan Standard Time", "America/Anchorage"),
      Map.entry("Pacific Standard Time", "America/Los_Angeles"),
      Map.entry("Mountain Standard Time", "America/Denver"),
      Map.entry("US Mountain Standard Time", "America/Phoenix"),
      Map.entry("Central Standard Time", "America/Chicago"),
      Map.entry("Central Standard Time (Mexico)", "America/Mexico_City"),
      Map.entry("Eastern Standard Time", "America/New_York"),
      Map.entry("Atlantic Standard Time", "America/Halifax"),
      Map.entry("Newfoundland Standard Time", "America/St_Johns"),
      Map.entry("E. South America Standard Time", "America/Sao_Paulo"),
      Map.entry("Argentina Standard Time", "America/Buenos_Aires"),
      Map.entry("SA Pacific Standard Time", "America/Bogota"),
      Map.entry("Pacific SA Standard Time", "America/Santiago"));

  private ZoneNames() {}

  /** An IANA name, also with a prefix or dashes, or one of Windows. Letters such as PST never. */
  static Optional<ZoneId> zone(String written) {
    String name = written.strip().replaceAll("^\"|\"$", "");
    if (name.equals("UTC") || name.equals("Z")) return Optional.of(ZoneId.of("Etc/UTC"));
    if (isPlace(name)) return Optional.of(ZoneId.of(name));
    String windows = WINDOWS.get(name);
    if (windows != null) return Optional.of(ZoneId.of(windows));
    String[] parts = name.split("/", -1);
    if (parts.length > 2) {
      String tail = parts[parts.length - 2] + "/" + parts[parts.length - 1];
      if (isPlace(tail)) return Optional.of(ZoneId.of(tail));
    }
    String slashed = name.replaceFirst("-", "/");
    return isPlace(slashed) ? Optional.of(ZoneId.of(slashed)) : Optional.empty();
  }

  private static boolean isPlace(String name) {
    return name.indexOf('/') > 0 && KNOWN.contains(name);
  }
}
