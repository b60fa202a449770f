package afa;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * What a node logs, in a file of its own besides standard output: 20 MB a piece, packed when full and
 * at midnight, two weeks and 500 MB of them at most.
 */
final class LogFile {
  private static final String PATTERN =
      "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %logger{0}: %msg%n%ex{short}";
  private static final FileSize PIECE = FileSize.valueOf("20MB");
  private static final FileSize ALL = FileSize.valueOf("500MB");
  private static final int DAYS = 14;

  private LogFile() {}

  /**
   * Begins with it.
   *
   * @param node two nodes in one directory do not meet
   * @throws UsageException when nothing can be written there
   */
  static void open(Path directory, String node) {
    if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
      throw new UsageException(
          "AFA_LOG_DIR names " + directory + ", which is no directory that we may write to");
    }
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setName("file");
    file.setFile(directory.resolve(node + ".log").toString());
    file.setRollingPolicy(policy(context, file, directory.resolve(node).toString()));
    file.setEncoder(encoder(context));
    file.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file);
  }

  private static SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy(
      LoggerContext context, RollingFileAppender<ILoggingEvent> file, String path) {
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
    policy.setContext(context);
    policy.setParent(file);
    policy.setFileNamePattern(path + ".%d{yyyy-MM-dd}.%i.log.gz");
    policy.setMaxFileSize(PIECE);
    policy.setTotalSizeCap(ALL);
    policy.setMaxHistory(DAYS);
    policy.start();
    return policy;
  }

  private static PatternLayoutEncoder encoder(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    return encoder;
  }
}
