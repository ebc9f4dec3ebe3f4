package dev.goldilocks.bench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of every run that is kept, whether with its samples or without. */
public interface KeptRun {

  /** Where its figures come from. */
  RunOrigin origin();

  /** What people say of it. */
  Remarks remarks();

  /** Its figures, one entry for each K, ascending. */
  List<RunResult> results();

  /** {@link RunOrigin#id}. */
  default String id() {
    return origin().id();
  }

  /** {@link Remarks#name}. */
  default String name() {
    return remarks().name();
  }

  /** {@link RunOrigin#createdAt}. */
  default Instant createdAt() {
    return origin().createdAt();
  }

  /** {@link RunOrigin#provenance}. */
  default Provenance provenance() {
    return origin().provenance();
  }

  /** {@link RunOrigin#spec}. */
  default RunConditions spec() {
    return origin().spec();
  }

  /** {@link RunOrigin#target}. */
  default ModelDescription target() {
    return origin().target();
  }

  /** {@link RunOrigin#draft}. */
  default ModelDescription draft() {
    return origin().draft();
  }

  /** Whether the texts of target and draft mean anything. */
  default Weights weights() {
    return Weights.of(List.of(target(), draft()));
  }

  /** {@link RunOrigin#environment}. */
  default Environment environment() {
    return origin().environment();
  }

  /** {@link RunOrigin#limits}. */
  default Optional<PassLimits> limits() {
    return origin().limits();
  }

  /** {@link Remarks#tags}. */
  default List<String> tags() {
    return remarks().tags();
  }

  /** {@link Remarks#note}. */
  default String note() {
    return remarks().note();
  }
}
