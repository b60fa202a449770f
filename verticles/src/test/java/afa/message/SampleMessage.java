package afa.message;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes a record of any type with something in every component. */
final class SampleMessage {
  private static final Instant NOON = Instant.parse("2026-05-24T12:00:00Z");

  private SampleMessage() {}

  static Record of(Class<?> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] values =
          Arrays.stream(components).map(component -> value(component)).toArray(Object[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (Record) constructor.newInstance(values);
    } catch (ReflectiveOperationException unexpected) {
      throw new IllegalStateException(type + " cannot be made", unexpected);
    }
  }

  private static Object value(RecordComponent component) {
    boolean isEnd = component.getName().equals("to");
    if (component.getType() == Instant.class && isEnd) return NOON.plusSeconds(60);
    return value(component.getGenericType(), component.getName());
  }

  private static Object value(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return generic.getRawType() == Map.class
          ? Map.of("x", value(of[1], name))
          : List.of(value(of[0], name));
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) return of(plain);
    if (plain.isEnum()) return plain.getEnumConstants()[0];
    return simple(plain, name);
  }

  private static Object simple(Class<?> type, String name) {
    if (type == String.class) return name;
    if (type == Instant.class) return NOON;
    if (type == LocalDateTime.class) return LocalDateTime.parse("2026-05-24T08:00:00");
    if (type == boolean.class || type == Boolean.class) return true;
    if (type == int.class || type == Integer.class) return 7;
    if (type == long.class || type == Long.class) return 7L;
    if (type == double.class || type == Double.class) return 0.5;
    throw new IllegalStateException(name + ": say here what a " + type + " may look like");
  }
}
