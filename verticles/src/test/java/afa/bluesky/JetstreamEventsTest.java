package afa.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import afa.bluesky.JetstreamEvent.Account;
import afa.bluesky.JetstreamEvent.Commit;
import afa.bluesky.JetstreamEvent.End;
import afa.bluesky.JetstreamEvent.Foreign;
import afa.bluesky.JetstreamEvent.Identity;
import afa.bluesky.JetstreamEvent.Malformed;
import afa.bluesky.JetstreamEvent.Notice;
import afa.bluesky.JetstreamEvent.Operation;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JetstreamEventsTest {
  private static final JsonObject OURS = Frames.record("hello #ropewalk26");

  @Test
  void bothFormatsSayTheSame() {
    for (String frame : new String[] {
      Frames.v1("create", "3mrope2222222", OURS), Frames.v2("create", "3mrope2222222", OURS)
    }) {
      assertThat(read(frame)).isInstanceOfSatisfying(Commit.class, commit -> {
        assertThat(commit.timeUs()).isEqualTo(Frames.TIME);
        assertThat(commit.post())
            .hasToString("at://" + Frames.DID + "/app.bsky.feed.post/3mrope2222222");
        assertThat(commit.rev()).isEqualTo("3mquayside22k");
        assertThat(commit.operation()).isEqualTo(Operation.CREATE);
        assertThat(commit.record().path("text").asText()).startsWith("hello");
      });
    }
  }

  @Test
  void aDeletionHasNoRecord() {
    for (String frame : new String[] {
      Frames.v1("delete", "3mrope2222222", null), Frames.v2("delete", "3mrope2222222", null)
    }) {
      assertThat(read(frame))
          .isInstanceOfSatisfying(
              Commit.class, commit -> assertThat(commit.operation()).isEqualTo(Operation.DELETE));
    }
  }

  @Test
  void accountsAndIdentitiesAreRead() {
    JsonObject gone = new JsonObject().put("active", false).put("status", "takendown");
    assertThat(read(Frames.v1("account", gone)))
        .isEqualTo(new Account(Frames.TIME, Frames.DID, false));
    assertThat(read(Frames.message(Frames.v2("account").put("account", gone))))
        .isEqualTo(new Account(Frames.TIME, Frames.DID, false));
    assertThat(read(Frames.v1("identity", new JsonObject())))
        .isEqualTo(new Identity(Frames.TIME, Frames.DID));
    assertThat(read(Frames.message(Frames.v2("identity"))))
        .isEqualTo(new Identity(Frames.TIME, Frames.DID));
  }

  @Test
  void aServerInTroubleTakesNoPostsAway() {
    JsonObject lost = new JsonObject().put("active", false).put("status", "desynchronized");
    assertThat(read(Frames.v1("account", lost)))
        .isEqualTo(new Account(Frames.TIME, Frames.DID, true));
  }

  @Test
  void whatIsOfOthersIsForeignAndMovesTheCursor() {
    assertThat(read(Frames.v1("create", "k", Frames.record("gulls"))))
        .isEqualTo(new Foreign(Frames.TIME));
    assertThat(read(Frames.v2("create", "k", Frames.record("gulls"))))
        .isEqualTo(new Foreign(Frames.TIME));
    assertThat(read(Frames.v1("hologram", new JsonObject()))).isEqualTo(new Foreign(Frames.TIME));
    assertThat(read(Frames.message(Frames.v2("sync")))).isEqualTo(new Foreign(Frames.TIME));
    String like = Frames.v1("create", "k", OURS).replace("feed.post", "feed.like");
    assertThat(read(like)).isEqualTo(new Foreign(Frames.TIME));
  }

  @Test
  void aKeyWithinARecordIsNotTakenForOneOfTheFrame() {
    JsonObject record = Frames.record("\"operation\":\"create\" gulls")
        .put("operation", "create")
        .put("collection", "x")
        .put("time_us", 7);
    assertThat(read(Frames.v1("update", "k", record)))
        .isInstanceOfSatisfying(
            Commit.class, commit -> assertThat(commit.timeUs()).isEqualTo(Frames.TIME));
    assertThat(read(Frames.v1("create", "k", record))).isEqualTo(new Foreign(Frames.TIME));
  }

  @Test
  void theNewFormatTalksAboutItself() {
    JsonObject info = new JsonObject()
        .put("$type", "network.bsky.jetstream.subscribeEvents#info")
        .put("name", "OutdatedCursor")
        .put("message", "too old");
    assertThat(read(Frames.message(info))).isEqualTo(new Notice("OutdatedCursor too old"));
    assertThat(read("{\"$type\":\"error\",\"error\":\"ConsumerTooSlow\"}"))
        .isEqualTo(new End("ConsumerTooSlow"));
    assertThat(read("{\"$type\":\"message\",\"payload\":{\"$type\":\"a.b#c\",\"seq\":1}}"))
        .isInstanceOf(Notice.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "42",
        "<html></html>",
        "{}",
        "{\"did\":\"did:plc:x\",\"time_us\":18000000",
        "{\"did\":\"did:plc:x\",\"time_us\":\"1800000000000000\",\"kind\":\"commit\"}",
        "{\"did\":\"did:plc:x\",\"time_us\":1800000000000000,\"kind\":\"commit\",\"commit\":7}",
        "{\"did\":\"did:plc:x\",\"time_us\":99,\"kind\":\"identity\"}",
        "{\"did\":\"x\",\"time_us\":1800000000000000,\"kind\":\"identity\"}",
        "{\"did\":\"did:plc:x\",\"time_us\":1800000000000000,\"kind\":\"account\"}",
        "{\"$type\":\"message\"}"
      })
  void whatCannotBeReadIsMalformed(String frame) {
    assertThat(read(frame)).isInstanceOf(Malformed.class);
  }

  @Test
  void aPostWithoutAPossibleIdentityIsMalformed() {
    assertThat(read(Frames.v1("create", "a/b", OURS))).isInstanceOf(Malformed.class);
    assertThat(read(Frames.v1("create", "", OURS))).isInstanceOf(Malformed.class);
    assertThat(read(Frames.v1("create", "k", OURS).replace(Frames.DID, "nobody")))
        .isInstanceOf(Malformed.class);
    assertThat(read(Frames.v1("sing", "k", OURS))).isInstanceOf(Malformed.class);
  }

  private static JetstreamEvent read(String frame) {
    return JetstreamEvents.read(frame, Frames.INTEREST);
  }
}
