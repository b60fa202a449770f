package afa.x;

import afa.config.Section;

/**
 * The parts of a post that are asked for. In 2026-07 X renamed tweets to posts in the published
 * description of some endpoints, search among them, while its documentation kept the old names; so
 * which of the two a search is asked with is a setting, and answers are read in both.
 */
enum XFields {
  /** The names that X's documentation shows. */
  TWEET(
      "tweet.fields",
      "created_at,author_id,lang,entities,attachments,referenced_tweets,note_tweet,"
          + "edit_history_tweet_ids,possibly_sensitive,conversation_id,in_reply_to_user_id,withheld",
      "author_id,attachments.media_keys,referenced_tweets.id,referenced_tweets.id.author_id,"
          + "referenced_tweets.id.attachments.media_keys"),
  /** The names of X's OpenAPI file 2.167. */
  POST(
      "post.fields",
      "created_at,lang,entities,attachments,note_post,possibly_sensitive,conversation_id,withheld",
      "author_id,attachments.media_keys,referenced_posts,edit_history_post_ids");

  private static final String USER = "name,username,profile_image_url,protected,verified,withheld";
  private static final String MEDIA =
      "type,url,preview_image_url,alt_text,width,height,variants,duration_ms";

  private final String parameter;
  private final String fields;
  private final String expansions;

  XFields(String parameter, String fields, String expansions) {
    this.parameter = parameter;
    this.fields = fields;
    this.expansions = expansions;
  }

  static XFields read(Section x) {
    String name = x.optionalText("searchFields");
    if (name == null || name.equals("tweet")) return TWEET;
    if (name.equals("post")) return POST;
    x.problem("searchFields", "expected tweet or post");
    return TWEET;
  }

  /** Parameters of a request's query, ready to be appended to an address. */
  String query() {
    return parameter + "=" + fields + "&expansions=" + expansions + "&user.fields=" + USER
        + "&media.fields=" + MEDIA;
  }

  /** The same with nobody but the authors: all it takes to learn whether a post may be shown. */
  String checkQuery() {
    return parameter + "=" + fields + "&expansions=author_id&user.fields=" + USER;
  }
}
