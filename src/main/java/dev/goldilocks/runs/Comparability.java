package dev.goldilocks.runs;

import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether the figures of two runs can be held against each other. They can when both did the same
 * work: the same prompts, the same number of new tokens, the same sampling. Models, precision, K,
 * device and threads are what people compare, so differences there are no reason against it. What
 * is not known of a run is never taken to be the same.
 */
public final class Comparability {

  private Comparability() {}

  /**
   * Why the other run's figures cannot be held against the first's.
   *
   * @return what differs or is not known, as phrases; empty when they can
   */
  public static List<String> reasonsAgainst(RunRecord first, RunRecord other) {
    RunSummary one = RunSummary.of(first);
    RunSummary two = RunSummary.of(other);
    List<String> reasons = new ArrayList<>();
    if (!samePrompts(first, other)) {
      reasons.add(difference("prompts", SetUp.prompts(one), SetUp.prompts(two)));
    }
    addDifference(reasons, "length", one, two, SetUp::length);
    addDifference(reasons, "sampling", one, two, SetUp::sampling);
    return List.copyOf(reasons);
  }

  private static void addDifference(
      List<String> reasons,
      String what,
      RunSummary first,
      RunSummary other,
      Function<RunSummary, String> value) {
    String firstValue = value.apply(first);
    String otherValue = value.apply(other);
    if (!firstValue.equals(otherValue) || otherValue.equals(FigureText.UNDEFINED)) {
      reasons.add(difference(what, firstValue, otherValue));
    }
  }

  private static String difference(String what, String first, String other) {
    if (first.equals(FigureText.UNDEFINED) && other.equals(FigureText.UNDEFINED)) {
      return what + " not known of either run";
    }
    if (other.equals(FigureText.UNDEFINED)) {
      return "unknown " + what;
    }
    if (first.equals(FigureText.UNDEFINED)) {
      return what + " not known of the first run";
    }
    return other.equals(first)
        ? "other " + what + " under the same name"
        : "other " + what + " (" + other + ", not " + first + ")";
  }

  /** By their texts where both runs have samples. */
  private static boolean samePrompts(RunRecord first, RunRecord other) {
    if (!first.samples().isEmpty() && !other.samples().isEmpty()) {
      return promptTexts(first).equals(promptTexts(other));
    }
    String prompts = SetUp.prompts(RunSummary.of(first));
    return !prompts.equals(FigureText.UNDEFINED)
        && prompts.equals(SetUp.prompts(RunSummary.of(other)));
  }

  private static Set<String> promptTexts(RunRecord run) {
    return run.samples().stream()
        .map(PairSample::plan)
        .map(plan -> plan.prompt())
        .map(Prompt::text)
        .collect(Collectors.toSet());
  }
}
