package afa.rehearsal;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** What a request to the control wants, told as JSON by programs and as a form by the page. */
final class Wishes {
  private final RoutingContext context;
  private final JsonObject json;

  /**
   * @throws IllegalArgumentException when the body is neither
   */
  Wishes(RoutingContext context) {
    this.context = context;
    String type = context.request().getHeader("content-type");
    boolean isJson = type != null && type.startsWith("application/json");
    try {
      json = isJson && context.body().length() > 0 ? context.body().asJsonObject() : null;
    } catch (DecodeException | ClassCastException notAnObject) {
      throw new IllegalArgumentException("the body is not a JSON object", notAnObject);
    }
  }

  /** A text, or what is used without one. */
  String text(String name, String otherwise) {
    Object value = json == null ? form(name) : json.getValue(name);
    return value == null || value.toString().isBlank() ? otherwise : value.toString();
  }

  private String form(String name) {
    String value = context.request().getFormAttribute(name);
    return value != null ? value : context.request().getParam(name);
  }

  /**
   * A number from {@code least} to {@code most}.
   *
   * @throws IllegalArgumentException when it is none
   */
  double number(String name, double otherwise, double least, double most) {
    String text = text(name, null);
    if (text == null) return otherwise;
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) return number;
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new IllegalArgumentException(
        name + " = " + text + ": expected a number from " + least + " to " + most);
  }

  /** Seconds from 0 to a day. */
  Duration seconds(String name, double otherwise) {
    return Duration.ofMillis(Math.round(1_000 * number(name, otherwise, 0, 86_400)));
  }
}
