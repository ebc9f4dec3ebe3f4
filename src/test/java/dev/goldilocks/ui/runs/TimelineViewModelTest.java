package dev.goldilocks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.PairPlan;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.Remarks;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.TokenDetails;
import dev.goldilocks.runs.SampleRuns;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.fake.TimelineRuns;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {

  private final ReadOnlyObjectWrapper<Optional<RunRecord>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final TimelineViewModel model =
      new TimelineViewModel(
          run.getReadOnlyProperty(), new Background(Runnable::run, Runnable::run));

  @Test
  void theFirstTextOfARunIsShown() {
    run.set(Optional.of(TimelineRuns.drawn()));

    PairPlan shown = shown();
    assertThat(model.prompts()).hasSize(2).first().isEqualTo(shown.prompt());
    assertThat(model.lengths()).containsExactly(new DraftLength.Fixed(4)).contains(shown.length());
    assertThat(model.repeats()).containsExactly(0, 1);
    assertThat(shown.repeat()).isZero();
  }

  @Test
  void anotherTextIsShownWhenItIsChosen() {
    run.set(Optional.of(TimelineRuns.drawn()));
    Prompt second = model.prompts().get(1);

    model.promptProperty().set(second);
    model.repeatProperty().set(1);

    assertThat(shown().prompt()).isEqualTo(second);
    assertThat(shown().repeat()).isEqualTo(1);
  }

  @Test
  void whatWasChosenStaysWhenTheRunIsRenamed() {
    run.set(Optional.of(TimelineRuns.drawn()));
    Prompt second = model.prompts().get(1);
    model.promptProperty().set(second);

    run.set(Optional.of(TimelineRuns.drawn().withName("another")));

    assertThat(shown().prompt()).isEqualTo(second);
    assertThat(model.shownProperty().get().orElseThrow().run().name()).isEqualTo("another");
  }

  @Test
  void aRunWithoutSamplesHasNothingToShow() {
    run.set(Optional.of(TimelineRuns.drawn()));

    run.set(Optional.of(SampleRuns.reported()));

    assertThat(model.shownProperty().get()).isEmpty();
    assertThat(model.prompts()).isEmpty();
    assertThat(model.promptProperty().get()).isNull();
  }

  @Test
  void aPairThatTheRunLacksIsNotShown() {
    RunRecord whole = TimelineRuns.drawn();
    model.repeatProperty().set(0);
    run.set(Optional.of(whole));
    PairPlan last = whole.samples().getLast().plan();
    RunRecord brokenOff =
        new RunRecord(
            whole.origin(),
            Remarks.named(whole.name()),
            whole.results(),
            whole.samples().subList(0, whole.samples().size() - 1),
            TokenDetails.NONE);

    run.set(Optional.of(brokenOff));
    model.promptProperty().set(last.prompt());
    model.repeatProperty().set(last.repeat());

    assertThat(model.shownProperty().get()).isEmpty();
  }

  private PairPlan shown() {
    return model.shownProperty().get().orElseThrow().timeline().pair().plan();
  }
}
