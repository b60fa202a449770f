package afa.rehearsal.syndication;

import afa.rehearsal.Conference;
import afa.rehearsal.Draft;
import afa.rehearsal.PostKind;
import afa.rehearsal.RehearsedEvent;
import afa.rehearsal.ScriptPost;
import java.util.List;
import java.util.Random;

/** Makes articles of what others say in a line: a title and two paragraphs. */
final class BlogWriter {
  private static final int LONGEST_TITLE = 60;

  private final List<String> remarks;
  private final Random random;

  BlogWriter(Conference conference, Random random) {
    this.random = random;
    this.remarks = conference.posts().stream()
        .filter(post -> post.kind() == PostKind.POST && post.lang().equals("en"))
        .map(ScriptPost::text)
        .map(BlogWriter::withoutTags)
        .toList();
  }

  /** That of the script, or the first sentence. */
  String title(Draft draft) {
    if (draft.title() != null) return draft.title();
    String sentence = withoutTags(draft.text()).split("(?<=[.!?:…])\\s|\n", 2)[0];
    if (sentence.length() <= LONGEST_TITLE) return sentence;
    return sentence.substring(0, sentence.lastIndexOf(' ', LONGEST_TITLE) + 1).strip() + "…";
  }

  /** What was said, and something that somebody else might have said. */
  List<String> paragraphs(Draft draft) {
    String first = tagged(draft.text());
    if (remarks.isEmpty()) return List.of(first);
    return List.of(first, remarks.get(random.nextInt(remarks.size())));
  }

  /** A text with the event's tag. */
  String tagged(String text) {
    return text.contains(RehearsedEvent.RULE) ? text : text + " " + RehearsedEvent.RULE;
  }

  private static String withoutTags(String text) {
    return text.replaceAll("\\s*#\\w+", "").strip();
  }
}
