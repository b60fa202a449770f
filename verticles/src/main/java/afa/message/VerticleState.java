package afa.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a supervised verticle does now. */
public enum VerticleState {
  /** A person wants it so. */
  STOPPED,
  STARTING,
  /** It works, or stands by and would take over. */
  RUNNING,
  /** It runs, but says itself that it cannot do all of its work. */
  DEGRADED,
  /** It failed and is started again after a while. */
  BACKOFF,
  STOPPING,
  /** It failed too often; a person must look. */
  FAILED,
  /**
   * Its node has not been heard lately, or says what this version has no word for. Never told by a
   * node, only concluded by who listens.
   */
  @JsonEnumDefaultValue
  UNKNOWN
}
