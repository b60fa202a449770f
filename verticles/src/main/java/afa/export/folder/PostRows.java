package afa.export.folder;

import afa.feed.Post;
import afa.library.ExportedPost;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The posts of an event's newest life, by the time they were posted, one at a time. */
final class PostRows {
  private static final int FETCH = 500;

  private static final String POSTS =
      """
      select u.n, u.body::text, array(select p.talk from placements p where p.event = u.event
        and p.source = u.source and p.id = u.id order by p.talk collate "C")
      from updates u join newest_lives using (event, epoch)
      where u.event = ? and u.type = 'post'
      """;

  private static final String OF_TALK =
      """
       and exists (select 1 from placements p where p.event = u.event
        and p.source = u.source and p.id = u.id and p.talk = ?)
      """;

  private static final String ORDER = " order by u.posted_at, u.n";

  private final Connection connection;
  private final String event;

  PostRows(Connection connection, String event) {
    this.connection = connection;
    this.event = event;
  }

  /** Is shown each post. */
  interface Visitor {
    void visit(ExportedPost kept, Post post) throws IOException;
  }

  /** Shows all of them, or those of a talk; without those that this version cannot read. */
  void each(@Nullable String talk, Visitor visitor) throws SQLException, IOException {
    String query = talk == null ? POSTS + ORDER : POSTS + OF_TALK + ORDER;
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setFetchSize(FETCH);
      statement.setString(1, event);
      if (talk != null) statement.setString(2, talk);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String[] talks = (String[]) rows.getArray(3).getArray();
          ExportedPost kept = new ExportedPost(rows.getLong(1), rows.getString(2), List.of(talks));
          Post post = kept.post().orElse(null);
          if (post != null) visitor.visit(kept, post);
        }
      }
    }
  }
}
