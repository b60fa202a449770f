package afa.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageCodec;
import java.io.IOException;

/**
 * Carries one type of record: the very object on the same node, JSON between nodes. Fields that a
 * node does not know are ignored, values of an enum that it does not know become the one that is
 * annotated as its default, so that nodes of two versions can share a cluster.
 */
public final class RecordCodec<T extends Record> implements MessageCodec<T, T> {
  private static final ObjectMapper MAPPER = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
      .build();

  private final Class<T> type;

  public RecordCodec(Class<T> type) {
    this.type = type;
  }

  /**
   * Registers all records that a sealed interface permits; once per Vert.x instance, before
   * anything is deployed.
   */
  public static void registerAll(EventBus bus, Class<?> messages) {
    for (Class<?> message : messages.getPermittedSubclasses()) {
      register(bus, message.asSubclass(Record.class));
    }
  }

  private static <T extends Record> void register(EventBus bus, Class<T> type) {
    bus.registerDefaultCodec(type, new RecordCodec<>(type));
  }

  @Override
  public void encodeToWire(Buffer buffer, T message) {
    try {
      byte[] json = MAPPER.writeValueAsBytes(message);
      buffer.appendInt(json.length).appendBytes(json);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(type.getSimpleName() + " cannot be written", unwritable);
    }
  }

  @Override
  public T decodeFromWire(int position, Buffer buffer) {
    int start = position + Integer.BYTES;
    int length = buffer.getInt(position);
    try {
      return MAPPER.readValue(buffer.getBytes(start, start + length), type);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(type.getSimpleName() + " cannot be read", unreadable);
    }
  }

  @Override
  public T transform(T message) {
    return message;
  }

  @Override
  public String name() {
    return type.getSimpleName();
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
