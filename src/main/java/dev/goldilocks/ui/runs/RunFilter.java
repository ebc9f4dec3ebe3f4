package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which runs of the list are wanted. Whatever is empty is not asked for.
 *
 * @param text words that must all stand in the run's name, models, tags, note or set-up, in any
 *     case; {@code disturbed} stands in a run whose figures are
 * @param model id of the target or the draft
 * @param device as the set-up has it
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

  private static final String DISTURBED = "disturbed";

  /** Every run. */
  public static final RunFilter ALL =
      new RunFilter(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Whether a run is wanted. */
  public boolean accepts(RunRow row) {
    RunSummary run = row.run();
    return model.stream().allMatch(models(run)::contains)
        && device.stream().allMatch(SetUp.device(run)::equals)
        && precision.stream().allMatch(precision(run)::equals)
        && draftTokens.stream().allMatch(run.spec().draftLengths()::contains)
        && tag.stream().allMatch(run.tags()::contains)
        && holdsText(row);
  }

  private boolean holdsText(RunRow row) {
    RunSummary run = row.run();
    String all =
        Stream.of(
                Stream.of(run.name(), run.note(), SetUp.device(run), SetUp.prompts(run)),
                Stream.of(SetUp.target(run), SetUp.draft(run), SetUp.provenance(run)),
                run.tags().stream(),
                row.disturbance().map(_ -> DISTURBED).stream())
            .flatMap(part -> part)
            .reduce("", (before, part) -> before + "\n" + part)
            .toLowerCase(Locale.ROOT);
    return Stream.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(all::contains);
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
