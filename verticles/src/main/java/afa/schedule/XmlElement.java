package afa.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small piece of XML in memory. */
final class XmlElement {
  final String name;
  final int line;
  final Map<String, String> attributes = new HashMap<>();
  final List<XmlElement> children = new ArrayList<>();
  final StringBuilder text = new StringBuilder();

  XmlElement(String name, int line) {
    this.name = name;
    this.line = line;
  }

  Optional<XmlElement> child(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
  }

  List<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).toList();
  }

  /** The attribute or else the text of the child; empty where neither is. */
  String value(String wanted) {
    String attribute = attributes.get(wanted);
    if (attribute != null) return attribute;
    return child(wanted).map(child -> child.text.toString().strip()).orElse("");
  }
}
