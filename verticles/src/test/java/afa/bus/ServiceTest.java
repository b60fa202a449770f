package afa.bus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
final class ServiceTest {
  private static final Service<Question, Answer> SERVICE =
      new Service<>("test.service", Question.class, Answer.class, Duration.ofMillis(500));

  record Question(String text) {}

  record Answer(String text) {}

  @BeforeEach
  void register(Vertx vertx) {
    vertx.eventBus().registerDefaultCodec(Question.class, new RecordCodec<>(Question.class));
    vertx.eventBus().registerDefaultCodec(Answer.class, new RecordCodec<>(Answer.class));
  }

  @Test
  void aQuestionGetsItsAnswer(Vertx vertx) throws Exception {
    SERVICE
        .serve(
            vertx.eventBus(), question -> Future.succeededFuture(new Answer(question.text() + "!")))
        .await(30, SECONDS);
    assertThat(ask(vertx)).isEqualTo(new Answer("hello!"));
  }

  @Test
  void aFailureOfTheServerReachesTheCallerWithItsKind(Vertx vertx) throws Exception {
    BusFailure notFound = new BusFailure(BusFailure.Kind.NOT_FOUND, "no such thing");
    SERVICE.serve(vertx.eventBus(), question -> Future.failedFuture(notFound)).await(30, SECONDS);
    assertFails(vertx, BusFailure.Kind.NOT_FOUND, "no such thing");
  }

  @Test
  void aThrowOfTheServerIsAnAnswerAtOnceToo(Vertx vertx) throws Exception {
    SERVICE
        .serve(vertx.eventBus(), question -> {
          throw new IllegalStateException("defect");
        })
        .await(30, SECONDS);
    assertFails(vertx, BusFailure.Kind.INTERNAL, "defect");
  }

  @Test
  void nobodyThereIsUnavailable(Vertx vertx) {
    assertFails(vertx, BusFailure.Kind.UNAVAILABLE, "test.service");
  }

  @Test
  void noAnswerWithinTheTimeoutIsUnavailable(Vertx vertx) throws Exception {
    SERVICE.serve(vertx.eventBus(), question -> Future.future(never -> {})).await(30, SECONDS);
    assertFails(vertx, BusFailure.Kind.UNAVAILABLE, "test.service");
  }

  @Test
  void aTopicGoesOnAfterAListenerThrew(Vertx vertx) throws Exception {
    Topic<Question> topic = new Topic<>("test.topic", Question.class);
    java.util.concurrent.BlockingQueue<String> heard =
        new java.util.concurrent.LinkedBlockingQueue<>();
    topic
        .subscribe(vertx.eventBus(), message -> {
          heard.add(message.text());
          if (message.text().equals("first")) throw new IllegalStateException("defect");
        })
        .await(30, SECONDS);
    topic.publish(vertx.eventBus(), new Question("first"));
    topic.publish(vertx.eventBus(), new Question("second"));
    assertThat(heard.poll(30, SECONDS)).isEqualTo("first");
    assertThat(heard.poll(30, SECONDS)).isEqualTo("second");
  }

  private static Answer ask(Vertx vertx) throws Exception {
    return SERVICE.call(vertx.eventBus(), new Question("hello")).await(30, SECONDS);
  }

  private static void assertFails(Vertx vertx, BusFailure.Kind kind, String words) {
    assertThatThrownBy(() -> ask(vertx))
        .isInstanceOf(BusFailure.class)
        .hasMessageContaining(words)
        .extracting(failure -> ((BusFailure) failure).kind())
        .isEqualTo(kind);
  }
}
