package dev.goldilocks.bench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as it is kept: what was asked, where it ran, every raw sample, and the figures derived from
 * them; or what someone else reported of theirs. Its name, tags and note are people's own words
 * about it, which {@link #withName}, {@link #withTags} and {@link #withNote} change.
 *
 * @param id unique and fit for a file name
 * @param name what people call it
 * @param createdAt when it started; of a report, when it was entered
 * @param provenance where its figures come from
 * @param spec what was asked, or what the source of reported figures says
 * @param target the target as loaded or reported
 * @param draft the draft as loaded or reported
 * @param environment machine and software
 * @param results figures, one entry for each K, ascending
 * @param samples every measured pair, in the order of measurement; none of a report
 * @param tags words to find it by, without repeats
 * @param note what people remark on it, in any number of lines; empty when nothing
 * @param tokens what the models say of its tokens
 * @param limits what the ceilings, measured before the run, allow the target\'s passes; empty when
 *     they were not
 */
public record RunRecord(
    String id,
    String name,
    Instant createdAt,
    Provenance provenance,
    RunConditions spec,
    ModelDescription target,
    ModelDescription draft,
    Environment environment,
    List<RunResult> results,
    List<PairSample> samples,
    List<String> tags,
    String note,
    TokenDetails tokens,
    Optional<PassLimits> limits) {

  public RunRecord {
    results = List.copyOf(results);
    samples = List.copyOf(samples);
    tags = List.copyOf(tags);
    if ((provenance == Provenance.REPORTED) != (spec instanceof ReportedConditions)) {
      throw new IllegalArgumentException(provenance + " with a " + spec.getClass().getSimpleName());
    }
  }

  /** A run on a machine whose ceilings nobody measured. */
  public RunRecord(
      String id,
      String name,
      Instant createdAt,
      Provenance provenance,
      RunConditions spec,
      ModelDescription target,
      ModelDescription draft,
      Environment environment,
      List<RunResult> results,
      List<PairSample> samples,
      List<String> tags,
      String note,
      TokenDetails tokens) {
    this(
        id,
        name,
        createdAt,
        provenance,
        spec,
        target,
        draft,
        environment,
        results,
        samples,
        tags,
        note,
        tokens,
        Optional.empty());
  }

  /** A run that nobody has tagged or remarked on. */
  public RunRecord(
      String id,
      String name,
      Instant createdAt,
      Provenance provenance,
      RunConditions spec,
      ModelDescription target,
      ModelDescription draft,
      Environment environment,
      List<RunResult> results,
      List<PairSample> samples) {
    this(
        id,
        name,
        createdAt,
        provenance,
        spec,
        target,
        draft,
        environment,
        results,
        samples,
        List.of(),
        "",
        TokenDetails.NONE,
        Optional.empty());
  }

  /** The same run under another id. */
  public RunRecord withId(String other) {
    return new RunRecord(
        other,
        name,
        createdAt,
        provenance,
        spec,
        target,
        draft,
        environment,
        results,
        samples,
        tags,
        note,
        tokens,
        limits);
  }

  /** The same run under another name. */
  public RunRecord withName(String other) {
    return new RunRecord(
        id,
        other,
        createdAt,
        provenance,
        spec,
        target,
        draft,
        environment,
        results,
        samples,
        tags,
        note,
        tokens,
        limits);
  }

  /** The same run with other tags, as {@link Tags#clean} leaves them. */
  public RunRecord withTags(List<String> others) {
    return new RunRecord(
        id,
        name,
        createdAt,
        provenance,
        spec,
        target,
        draft,
        environment,
        results,
        samples,
        Tags.clean(others),
        note,
        tokens,
        limits);
  }

  /** The same run with another note; the empty text for none. */
  public RunRecord withNote(String other) {
    return new RunRecord(
        id,
        name,
        createdAt,
        provenance,
        spec,
        target,
        draft,
        environment,
        results,
        samples,
        tags,
        other,
        tokens,
        limits);
  }

  /** The same run with what the models say of its tokens. */
  public RunRecord withTokens(TokenDetails others) {
    return new RunRecord(
        id,
        name,
        createdAt,
        provenance,
        spec,
        target,
        draft,
        environment,
        results,
        samples,
        tags,
        note,
        others,
        limits);
  }

  /** The same run on a machine whose ceilings are known, or are not. */
  public RunRecord withLimits(Optional<PassLimits> others) {
    return new RunRecord(
        id,
        name,
        createdAt,
        provenance,
        spec,
        target,
        draft,
        environment,
        results,
        samples,
        tags,
        note,
        tokens,
        others);
  }
}
