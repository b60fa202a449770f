package afa.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import afa.bus.RecordCodec;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Lets messages of an older node, kept in {@code src/test/resources/messages}, meet those of today.
 * A sample is made once, when a message is new, and never changed: fields that come later are what it
 * lacks.
 */
final class OlderVersionTest {
  private static final Path SAMPLES = Path.of("src", "test", "resources", "messages");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is asked for, and not known here, must be refused, and not be taken for something else. */
  private static final Set<Class<?>> REFUSED_WHEN_UNKNOWN = Set.of(CommandVerticle.Action.class);

  @TestFactory
  Stream<DynamicTest> whatAnOlderNodeSentStillMeansTheSame() {
    return messages()
        .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
          JsonNode sample = sample(type);
          assertContains(type.getSimpleName(), written(read(type, sample)), sample);
        }));
  }

  @TestFactory
  Stream<DynamicTest> whatANewerNodeAddsAnywhereIsIgnored() {
    return messages()
        .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
          JsonNode sample = sample(type);
          Record today = read(type, sample);
          addTomorrow(sample);
          assertThat(read(type, sample)).isEqualTo(today);
        }));
  }

  @Test
  void everyEnumSaysWhatAnUnknownValueMeans() {
    Set<Class<?>> enums = new LinkedHashSet<>();
    messages().forEach(type -> collectEnums(type, enums));
    assertThat(enums).hasSizeGreaterThan(5).allMatch(this::isSafe);
  }

  @Test
  void aStateThatOnlyNewerNodesKnowIsNeverTakenForRunning() {
    JsonNode report = sample(NodeReported.class);
    ((ObjectNode) report.at("/verticles/0")).put("state", "HIBERNATING");
    NodeReported read = (NodeReported) read(NodeReported.class, report);
    assertThat(read.verticles().get(0).state()).isEqualTo(VerticleState.UNKNOWN);
  }

  @Test
  void aCommandThatOnlyNewerNodesKnowIsRefused() {
    ObjectNode command = (ObjectNode) sample(CommandVerticle.class);
    command.put("action", "HIBERNATE");
    assertThatThrownBy(() -> read(CommandVerticle.class, command))
        .hasMessage("CommandVerticle cannot be read");
    command.remove("action");
    assertThatThrownBy(() -> read(CommandVerticle.class, command))
        .hasMessage("CommandVerticle cannot be read");
  }

  private static Stream<Class<?>> messages() {
    return Arrays.stream(BusMessage.class.getPermittedSubclasses());
  }

  private static JsonNode sample(Class<?> type) {
    Path file = SAMPLES.resolve(type.getSimpleName() + ".json");
    try {
      if (!Files.exists(file)) return make(type, file);
      return JSON.readTree(Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static JsonNode make(Class<?> type, Path file) throws IOException {
    Files.createDirectories(SAMPLES);
    JsonNode made = written(SampleMessage.of(type));
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(made) + "\n");
    return fail(file + " was missing and has been made: look at it and commit it");
  }

  private static Record read(Class<?> type, JsonNode json) {
    Buffer wire = Buffer.buffer();
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    wire.appendInt(bytes.length).appendBytes(bytes);
    return codec(type).decodeFromWire(0, wire);
  }

  private static JsonNode written(Record message) {
    Buffer wire = Buffer.buffer();
    codec(message.getClass()).encodeToWire(wire, message);
    try {
      return JSON.readTree(wire.getBytes(Integer.BYTES, wire.length()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @SuppressWarnings("unchecked")
  private static RecordCodec<Record> codec(Class<?> type) {
    return new RecordCodec<>((Class<Record>) type);
  }

  /** More may stand there than in the sample, but nothing else. */
  private static void assertContains(String where, JsonNode actual, JsonNode expected) {
    if (expected.isObject()) {
      expected
          .fields()
          .forEachRemaining(field -> assertContains(
              where + "." + field.getKey(), actual.path(field.getKey()), field.getValue()));
    } else if (expected.isArray()) {
      assertThat(actual.size()).as(where).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        assertContains(where + "." + i, actual.get(i), expected.get(i));
      }
    } else {
      assertThat(actual).as(where).isEqualTo(expected);
    }
  }

  /** To every object but a map, whose keys are data. */
  private static void addTomorrow(JsonNode json) {
    json.forEach(OlderVersionTest::addTomorrow);
    if (json instanceof ObjectNode object && !object.has("x")) {
      object.putObject("tomorrow").put("a", 1);
    }
  }

  private static void collectEnums(Type type, Set<Class<?>> enums) {
    if (type instanceof ParameterizedType generic) {
      for (Type of : generic.getActualTypeArguments()) collectEnums(of, enums);
    } else if (type instanceof Class<?> plain && plain.isEnum()) {
      enums.add(plain);
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      for (RecordComponent part : plain.getRecordComponents()) {
        collectEnums(part.getGenericType(), enums);
      }
    }
  }

  private boolean isSafe(Class<?> type) {
    return REFUSED_WHEN_UNKNOWN.contains(type)
        || Arrays.stream(type.getFields())
            .filter(Field::isEnumConstant)
            .anyMatch(constant -> constant.isAnnotationPresent(JsonEnumDefaultValue.class));
  }
}
