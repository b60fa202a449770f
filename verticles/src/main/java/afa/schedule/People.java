package afa.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Everybody who speaks: the same person in two talks is one, with all that either says. */
final class People {
  private final Map<String, Person> known = new LinkedHashMap<>();

  /** What a person is called in our lists. */
  static String id(String id, String name) {
    String told = Texts.name(id);
    return told.isEmpty() ? name.toLowerCase(Locale.ROOT) : told;
  }

  Person add(Person person) {
    Person whole = known.containsKey(person.id()) ? merged(known.get(person.id()), person) : person;
    known.put(person.id(), whole);
    return whole;
  }

  /** These people as they are known by now. */
  List<Person> known(List<Person> people) {
    Set<Person> all = new LinkedHashSet<>();
    people.forEach(person -> all.add(known.getOrDefault(person.id(), person)));
    return List.copyOf(all);
  }

  List<Person> all() {
    return List.copyOf(known.values());
  }

  private static Person merged(Person one, Person two) {
    return new Person(
        one.id(), one.name(), both(one.handles(), two.handles()), both(one.links(), two.links()));
  }

  private static <T> List<T> both(List<T> one, List<T> two) {
    Set<T> all = new LinkedHashSet<>(one);
    all.addAll(two);
    return new ArrayList<>(all);
  }
}
