package afa.feed;

/**
 * A picture that stands for a part of a text, such as Mastodon's {@code :blobcat:}.
 *
 * @param start first UTF-16 unit of the text that the picture replaces
 * @param end the unit after the last one; {@code 0 <= start < end <= text.length()}
 * @param url of a still picture, http or https
 */
public record Emoji(int start, int end, String url) {}
