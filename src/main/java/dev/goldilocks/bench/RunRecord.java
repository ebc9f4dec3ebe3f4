package dev.goldilocks.bench;

import java.util.List;

/**
 * A run as it is kept: what was asked, where it ran, every raw sample, and the figures derived from
 * them; or what someone else reported of theirs.
 *
 * @param origin where its figures come from
 * @param remarks people's own words about it
 * @param results figures, one entry for each K, ascending
 * @param samples every measured pair, in the order of measurement; none of a report
 * @param tokens what the models say of its tokens
 */
public record RunRecord(
    RunOrigin origin,
    Remarks remarks,
    List<RunResult> results,
    List<PairSample> samples,
    TokenDetails tokens)
    implements KeptRun {

  public RunRecord {
    results = List.copyOf(results);
    samples = List.copyOf(samples);
  }

  /** The same run under another id. */
  public RunRecord withId(String other) {
    return new RunRecord(origin.withId(other), remarks, results, samples, tokens);
  }

  /** The same run with other words about it. */
  public RunRecord withRemarks(Remarks others) {
    return new RunRecord(origin, others, results, samples, tokens);
  }

  /** The same run under another name. */
  public RunRecord withName(String other) {
    return withRemarks(remarks.withName(other));
  }

  /** The same run with other tags. */
  public RunRecord withTags(List<String> others) {
    return withRemarks(remarks.withTags(others));
  }

  /** The same run with another note; the empty text for none. */
  public RunRecord withNote(String other) {
    return withRemarks(remarks.withNote(other));
  }
}
