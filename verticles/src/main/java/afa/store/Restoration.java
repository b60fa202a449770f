package afa.store;

import afa.feed.FeedJson;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.feed.Update;
import afa.message.ArchivePage;
import java.util.ArrayList;
import java.util.List;

/** Entries on their way back into a log, in the words of {@code restore.lua}. */
final class Restoration {
  private Restoration() {}

  /** Seven words for each entry; a number that is missing becomes a tombstone. */
  static List<String> words(long since, List<ArchivePage.Entry> entries) {
    List<String> words = new ArrayList<>(entries.size() * 7);
    long n = since;
    for (ArchivePage.Entry entry : entries) {
      while (++n < entry.n()) gone(words, LogEntry.gone(n).json(), "");
      say(words, entry);
    }
    return words;
  }

  private static void say(List<String> words, ArchivePage.Entry entry) {
    String known = entry.identity() == null ? "" : entry.identity();
    Update update;
    try {
      update = new LogEntry(entry.n(), entry.json()).update();
    } catch (FeedJson.Malformed notOurs) {
      gone(words, entry.json(), known);
      return;
    }
    Post post = update.post();
    String target = update.target() == null ? "0" : update.target().toString();
    if (update.type() == Update.Type.RETRACT) {
      words.addAll(List.of(entry.json(), "retract", "", target, "", "", ""));
    } else if (post == null) {
      gone(words, entry.json(), known);
    } else {
      content(words, entry.json(), update, post, target);
    }
  }

  private static void content(
      List<String> words, String json, Update update, Post post, String target) {
    boolean revises = update.type() == Update.Type.REVISE;
    String inPlace =
        revises ? LogEntry.post(update.target(), FeedJson.encode(post)).json() : "";
    String version = post.version() == null ? "" : post.version();
    words.addAll(List.of(
        json,
        revises ? "revise" : "post",
        post.identity(),
        target,
        inPlace,
        Fingerprint.of(post),
        version));
  }

  private static void gone(List<String> words, String json, String identity) {
    words.addAll(List.of(json, "gone", identity, "0", "", "", ""));
  }
}
