package afa.rehearsal.x;

import afa.rehearsal.PostKind;
import java.util.List;
import java.util.Locale;

/** A rule or search, understood. */
sealed interface RuleExpression {
  boolean matches(PostFacts post);

  /** Whether it asks for something by itself; {@code lang:} and the like only narrow. */
  boolean standsAlone();

  record And(List<RuleExpression> parts) implements RuleExpression {
    @Override
    public boolean matches(PostFacts post) {
      return parts.stream().allMatch(part -> part.matches(post));
    }

    @Override
    public boolean standsAlone() {
      return parts.stream().anyMatch(RuleExpression::standsAlone);
    }
  }

  record Or(List<RuleExpression> parts) implements RuleExpression {
    @Override
    public boolean matches(PostFacts post) {
      return parts.stream().anyMatch(part -> part.matches(post));
    }

    @Override
    public boolean standsAlone() {
      return parts.stream().allMatch(RuleExpression::standsAlone);
    }
  }

  record Not(RuleExpression part) implements RuleExpression {
    @Override
    public boolean matches(PostFacts post) {
      return !part.matches(post);
    }

    @Override
    public boolean standsAlone() {
      return false;
    }
  }

  /** A word or a phrase. */
  record Words(String words) implements RuleExpression {
    @Override
    public boolean matches(PostFacts post) {
      return post.words().contains(words);
    }

    @Override
    public boolean standsAlone() {
      return true;
    }
  }

  /** An operator with its value, such as {@code #tag}, {@code from:ada}, {@code is:retweet}. */
  record Operator(String name, String value) implements RuleExpression {
    @Override
    public boolean matches(PostFacts post) {
      return switch (name) {
        case "#" -> post.tags().contains(value);
        case "@" -> post.mentions().contains(value);
        case "from" -> post.author().equals(value);
        case "to" -> post.kind() == PostKind.REPLY && post.of().equals(value);
        case "retweets_of" -> post.kind() == PostKind.REPOST && post.of().equals(value);
        case "lang" -> post.lang().toLowerCase(Locale.ROOT).equals(value);
        case "url" -> post.links().stream().anyMatch(link -> link.contains(value));
        case "conversation_id" -> post.conversation().equals(value);
        case "is" -> is(post);
        case "has" -> has(post);
        default -> false; // known to X, but nothing here has places, topics or money
      };
    }

    private boolean is(PostFacts post) {
      return switch (value) {
        case "retweet" -> post.kind() == PostKind.REPOST;
        case "reply" -> post.kind() == PostKind.REPLY;
        case "quote" -> post.kind() == PostKind.QUOTE;
        default -> false; // nobody here is verified, nothing is an advertisement
      };
    }

    private boolean has(PostFacts post) {
      return switch (value) {
        case "hashtags" -> !post.tags().isEmpty();
        case "mentions" -> !post.mentions().isEmpty();
        case "links" -> !post.links().isEmpty();
        case "media", "images" -> post.media();
        default -> false;
      };
    }

    @Override
    public boolean standsAlone() {
      return !RuleParser.NARROWING.contains(name);
    }
  }
}
