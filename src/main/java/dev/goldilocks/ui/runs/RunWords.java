package dev.goldilocks.ui.runs;

import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUpPart;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.ui.text.Texts;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words in which the list of runs shows a run, for finding it by them. */
final class RunWords {

  private final SetUpText setUps;
  private final String disturbed;

  RunWords(Texts texts) {
    this.setUps = new SetUpText(texts.locale());
    this.disturbed = texts.of("runs.mark.disturbed");
  }

  /** {@code cpu, 2 threads}; a dash when not known. */
  String device(RunSummary run) {
    return setUps.value(SetUpPart.DEVICE, run);
  }

  /**
   * Everything in a run's row and remarks that a search may find, in lower case: its name, note,
   * tags, device, prompts, models and where its figures come from, and that they are disturbed when
   * they are.
   */
  String searchable(RunRow row) {
    RunSummary run = row.run();
    return Stream.of(
            Stream.of(run.name(), run.note()),
            run.tags().stream(),
            Stream.of(
                    SetUpPart.DEVICE,
                    SetUpPart.PROMPTS,
                    SetUpPart.TARGET,
                    SetUpPart.DRAFT,
                    SetUpPart.FIGURES)
                .map(part -> setUps.value(part, run)),
            row.disturbance().map(_ -> disturbed).stream())
        .flatMap(part -> part)
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }
}
