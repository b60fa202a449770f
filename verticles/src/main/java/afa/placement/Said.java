package afa.placement;

import afa.feed.Link;
import afa.feed.Post;
import afa.schedule.Handle;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a post says that can point to a talk.
 *
 * @param tags lower case, without {@code #}
 * @param mentioned accounts
 * @param author the account that posted, absent where there is no handle
 * @param phrase the text as words between single spaces
 */
record Said(
    Set<String> tags, Set<Handle> mentioned, Set<Handle> author, Set<String> words, String phrase) {
  private static final Pattern TAG = Pattern.compile("#([\\p{L}\\p{N}_]{2,60})");
  private static final Pattern MENTION =
      Pattern.compile("(?<![\\p{L}\\p{N}])@([A-Za-z0-9_.@-]{1,200})");

  static Said of(Post post) {
    String quoted = post.original() == null ? "" : "\n" + post.original().text();
    String text = post.text() + quoted;
    Set<String> tags = new HashSet<>();
    Matcher tag = TAG.matcher(text);
    while (tag.find()) tags.add(tag.group(1).toLowerCase(Locale.ROOT));
    return new Said(tags, mentioned(post), author(post), Words.stems(text), Words.phrase(text));
  }

  private static Set<Handle> mentioned(Post post) {
    Set<Handle> handles = new HashSet<>();
    for (Link link : post.links()) {
      if (link.kind() == Link.Kind.MENTION) Handle.ofPage(link.url()).ifPresent(handles::add);
    }
    Matcher mention = MENTION.matcher(post.text());
    while (mention.find()) {
      handles.add(new Handle(post.source(), mention.group(1).replaceAll("[.@-]+$", "")));
    }
    return handles;
  }

  private static Set<Handle> author(Post post) {
    String handle = post.author().handle();
    return handle == null ? Set.of() : Set.of(new Handle(post.source(), handle));
  }
}
