package dev.goldilocks.runs;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunConditions;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Sampling;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the figures of two runs can be held against each other. They can when both did the same
 * work: the same prompts, the same number of new tokens, the same sampling. Models, precision, K,
 * device and threads are what people compare, so differences there are no reason against it. What
 * is not known of a run is never taken to be the same.
 */
public final class Comparability {

  private Comparability() {}

  /** Why the other run's figures cannot be held against the first's; empty when they can. */
  public static List<SetUpDifference> differences(RunRecord first, RunRecord other) {
    return Stream.of(
            prompts(first, other),
            difference(SetUpPart.LENGTH, length(first.spec()), length(other.spec())),
            difference(SetUpPart.SAMPLING, sampling(first.spec()), sampling(other.spec())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static <T> Optional<SetUpDifference> difference(
      SetUpPart part, Optional<T> first, Optional<T> other) {
    return unknown(first, other)
        .or(() -> first.equals(other) ? Optional.empty() : Optional.of(SetUpDifference.Kind.OTHER))
        .map(kind -> new SetUpDifference(part, kind));
  }

  /** By their texts where both runs have samples. */
  private static Optional<SetUpDifference> prompts(RunRecord first, RunRecord other) {
    Optional<Prompts> one = Prompts.of(first);
    Optional<Prompts> two = Prompts.of(other);
    if (first.samples().isEmpty() || other.samples().isEmpty()) {
      return difference(SetUpPart.PROMPTS, one, two);
    }
    if (texts(first).equals(texts(other))) {
      return Optional.empty();
    }
    return Optional.of(
        new SetUpDifference(
            SetUpPart.PROMPTS,
            one.equals(two) ? SetUpDifference.Kind.SAME_NAME : SetUpDifference.Kind.OTHER));
  }

  private static Optional<SetUpDifference.Kind> unknown(Optional<?> first, Optional<?> other) {
    if (first.isEmpty() && other.isEmpty()) {
      return Optional.of(SetUpDifference.Kind.NEITHER_KNOWN);
    }
    if (other.isEmpty()) {
      return Optional.of(SetUpDifference.Kind.OTHER_UNKNOWN);
    }
    return first.isEmpty() ? Optional.of(SetUpDifference.Kind.FIRST_UNKNOWN) : Optional.empty();
  }

  private static Set<String> texts(RunRecord run) {
    return run.samples().stream()
        .map(PairSample::plan)
        .map(plan -> plan.prompt())
        .map(Prompt::text)
        .collect(Collectors.toSet());
  }

  private static Optional<Length> length(RunConditions conditions) {
    return switch (conditions) {
      case RunSpec spec -> Optional.of(new Length(spec.maxNewTokens(), spec.endOfSequence()));
      case ReportedConditions reported when reported.maxNewTokens().isPresent() ->
          Optional.of(
              new Length(
                  reported.maxNewTokens().getAsInt(),
                  reported.endOfSequence().orElse(EndOfSequence.STOP)));
      case ReportedConditions _ -> Optional.empty();
    };
  }

  private static Optional<Sampling> sampling(RunConditions conditions) {
    return switch (conditions) {
      case RunSpec spec -> Optional.of(withoutSeed(spec.sampling()));
      case ReportedConditions reported -> reported.sampling().map(Comparability::withoutSeed);
    };
  }

  /** Other draws of the same kind are the same work. */
  private static Sampling withoutSeed(Sampling sampling) {
    return sampling.isGreedy()
        ? Sampling.greedy(0)
        : new Sampling(sampling.temperature(), sampling.topK(), sampling.topP(), 0);
  }

  /** What prompts are called, and how many there are. */
  private record Prompts(String name, int size) {

    static Optional<Prompts> of(RunRecord run) {
      Prompts prompts = new Prompts(PromptSets.name(run.spec()), PromptSets.size(run));
      return Optional.of(prompts).filter(known -> !known.name().isEmpty() || known.size() > 0);
    }
  }

  /** How many new tokens, and whether a text may end before. */
  private record Length(int maxNewTokens, EndOfSequence endOfSequence) {}
}
