package afa.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoomTest {
  private final Room room = new Room();

  @Test
  void whoFindsNoRoomTakesNone() {
    assertThat(room.enter(Room.BYTES - 10)).isTrue();
    assertThat(room.enter(11)).isFalse();
    assertThat(room.enter(10)).isTrue();
  }

  @Test
  void whoLeavesMakesRoom() {
    assertThat(room.enter(Room.BYTES)).isTrue();
    assertThat(room.enter(1)).isFalse();
    room.leave(Room.BYTES);
    assertThat(room.enter(1)).isTrue();
  }

  @Test
  void aBodyNeedsWhatItSaysOrAllThatIsAllowed() {
    assertThat(Room.needed("17", 100)).isEqualTo(17);
    assertThat(Room.needed("101", 100)).isEqualTo(100);
    assertThat(Room.needed("-1", 100)).isEqualTo(100);
    assertThat(Room.needed("many", 100)).isEqualTo(100);
    assertThat(Room.needed(null, 100)).isEqualTo(100);
  }
}
