package afa.rehearsal;

/** How a post relates to another one. */
public enum PostKind {
  POST,
  REPLY,
  QUOTE,
  REPOST
}
