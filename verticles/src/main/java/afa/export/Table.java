package afa.export;

import afa.library.ExportedPost;
import java.util.List;

/** A file with a line for each post, written a page at a time. */
public interface Table {
  /** What stands above the first post; empty where nothing does. */
  String head();

  /** The lines of these posts. */
  String lines(List<ExportedPost> posts);

  /** As HTTP calls it. */
  String type();

  /** What its name ends with, without a dot. */
  String extension();
}
