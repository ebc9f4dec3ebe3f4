package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.runs.RunSummary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which runs of the list are wanted. Whatever is empty is not asked for.
 *
 * @param text words that must all stand in {@link RunWords#searchable}, in any case
 * @param model id of the target or the draft
 * @param device as {@link RunWords#device} writes it
 * @param precision as {@link #precision} writes it
 * @param draftTokens a K, or a policy, that was measured
 * @param tag one of the run's tags
 */
public record RunFilter(
    String text,
    Optional<String> model,
    Optional<String> device,
    Optional<String> precision,
    Optional<DraftLength> draftTokens,
    Optional<String> tag) {

  /** Every run. */
  public static final RunFilter ALL =
      new RunFilter(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * Whether a run is wanted.
   *
   * @param words in which the list shows it
   */
  boolean accepts(RunRow row, RunWords words) {
    RunSummary run = row.run();
    return model.stream().allMatch(models(run)::contains)
        && device.stream().allMatch(words.device(run)::equals)
        && precision.stream().allMatch(precision(run)::equals)
        && draftTokens.stream().allMatch(run.spec().draftLengths()::contains)
        && tag.stream().allMatch(run.tags()::contains)
        && holdsText(row, words);
  }

  private boolean holdsText(RunRow row, RunWords words) {
    if (text.isBlank()) {
      return true;
    }
    String searchable = words.searchable(row);
    return Stream.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(searchable::contains);
  }

  /** The ids of a run's models. */
  static List<String> models(RunSummary run) {
    return List.of(run.target().id(), run.draft().id());
  }

  /** {@code bf16}, or {@code bf16 + int8} where the draft is known to have another. */
  static String precision(RunSummary run) {
    String target = run.target().precision().label();
    String draft = run.draft().precision().label();
    return draft.isEmpty() || target.equals(draft) ? target : target + " + " + draft;
  }
}
