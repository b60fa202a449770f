package afa.schedule;

import java.util.List;

/** The speakers of a line: names and, in the same order, a page or a name on X of each. */
final class CsvPeople {
  private CsvPeople() {}

  static void add(Draft draft, String names, String handles) {
    String[] pages = handles.split(";", -1);
    String[] people = names.split(";", -1);
    for (int i = 0; i < people.length && i < 100; i++) {
      String page = i < pages.length ? pages[i].strip() : "";
      draft.person("", people[i], page.isEmpty() ? List.of() : List.of(address(page)));
    }
  }

  private static String address(String page) {
    return Texts.web(page) != null
        ? page
        : Handle.ofX(page).map(handle -> "https://x.com/" + handle.name()).orElse(page);
  }
}
