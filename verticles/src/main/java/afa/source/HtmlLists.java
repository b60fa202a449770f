package afa.source;

import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;

/** Counts the entries of the lists of a text. */
final class HtmlLists {
  private final IdentityHashMap<Element, Integer> last = new IdentityHashMap<>();

  /** What stands before an entry. */
  String bullet(Element entry) {
    Element list = entry.parent();
    return list != null && list.nameIs("ol") ? number(entry, list) + ". " : "• ";
  }

  /** The author's number where there is one: a list may go on where another ended. */
  private int number(Element entry, Element list) {
    int next = last.containsKey(list) ? last.get(list) + 1 : integer(list.attr("start"), 1);
    int number = integer(entry.attr("value"), next);
    last.put(list, number);
    return number;
  }

  private static int integer(String text, int otherwise) {
    boolean isShort = !text.isEmpty() && text.length() <= 6;
    return isShort && text.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(text)
        : otherwise;
  }
}
