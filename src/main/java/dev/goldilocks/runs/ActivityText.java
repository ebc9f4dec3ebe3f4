package dev.goldilocks.runs;

import dev.goldilocks.bench.RunActivity;
import dev.goldilocks.bench.RunSnapshot;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes on in a run, in words: the same in window and terminal. */
public final class ActivityText {

  private final FigureText figures;
  private final RunTexts texts;

  /**
   * @param locale whose words and digits; {@link Locale#ROOT} in the terminal
   */
  public ActivityText(Locale locale) {
    this.figures = new FigureText(locale);
    this.texts = new RunTexts(locale);
  }

  /** What goes on, and what goes wrong beside it. */
  public String whole(RunSnapshot run) {
    return Stream.of(Optional.of(sentence(run)), run.warning())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  /** What goes on, and that the engine is silent when it is. */
  public String sentence(RunSnapshot run) {
    String sentence = sentence(run.activity());
    return run.silence()
        .map(
            silence ->
                sentence + " " + texts.of("activity.silent", figures.whole(silence.toSeconds())))
        .orElse(sentence);
  }

  /** What goes on. */
  String sentence(RunActivity activity) {
    return switch (activity) {
      case RunActivity.Waiting _ -> texts.of("activity.waiting");
      case RunActivity.StartingEngine _ -> texts.of("activity.starting");
      case RunActivity.MeasuringCeilings _ -> texts.of("activity.ceilings");
      case RunActivity.Loading(var role) ->
          texts.of(
              switch (role) {
                case TARGET -> "activity.target";
                case DRAFT -> "activity.draft";
              });
      case RunActivity.Planning _ -> texts.of("activity.planning");
      case RunActivity.WarmingUp(int done, int total) ->
          texts.of("activity.warming.up", figures.whole(done), figures.whole(total));
      case RunActivity.Measuring(var side, int pair, int pairs) ->
          texts.of(
              switch (side) {
                case BASELINE -> "activity.baseline";
                case SPECULATIVE -> "activity.speculative";
              },
              figures.whole(pair),
              figures.whole(pairs));
      case RunActivity.Reviewing _ -> texts.of("activity.reviewing");
      case RunActivity.Finished(int done, int planned) ->
          texts.of("activity.finished", pairs(done, planned));
      case RunActivity.Cancelled(int done, int planned) ->
          planned == 0
              ? texts.of("activity.cancelled.early")
              : texts.of("activity.cancelled", pairs(done, planned));
      case RunActivity.Failed(String why) -> why;
    };
  }

  private String pairs(int done, int planned) {
    return texts.of(
        "pairs.of", figures.whole(done), texts.of("pairs", figures.whole(planned), planned));
  }
}
