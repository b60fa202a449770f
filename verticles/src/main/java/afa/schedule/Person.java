package afa.schedule;

import java.util.List;

/**
 * Somebody who speaks.
 *
 * @param id what the source calls this person, else the name in lower case
 * @param name as it is to be shown, never blank
 * @param handles where this person is known on networks
 * @param links other pages, http or https
 */
public record Person(String id, String name, List<Handle> handles, List<String> links) {
  public Person {
    handles = handles == null ? List.of() : List.copyOf(handles);
    links = links == null ? List.of() : List.copyOf(links);
  }
}
