package dev.goldilocks.runs;

import static dev.goldilocks.runs.JsonFields.WhenMissing.REFUSE;
import static dev.goldilocks.runs.JsonFields.WhenMissing.UNKNOWN;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.Source;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.UnstatedFormat;
import dev.goldilocks.decode.WeightFormat;
import dev.goldilocks.problem.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What only a run of someone else can say or leave out, from its JSON tree. */
final class ReportedFromJson {

  private ReportedFromJson() {}

  static ReportedConditions conditions(JsonFields document) {
    JsonFields spec = document.object("spec");
    spec.optionalText("drafter").ifPresent(drafter -> RunFromJson.requireDraftModel(spec, drafter));
    return new ReportedConditions(
        document.optionalObject("source", UNKNOWN).map(ReportedFromJson::source),
        spec.optionalText("device"),
        spec.optionalCount("threads"),
        draftTokens(spec),
        spec.optionalObject("sampling", UNKNOWN).map(sampling -> sampling(spec, sampling)),
        spec.optionalText("promptSet"),
        spec.optionalCount("prompts"),
        spec.optionalCount("maxNewTokens"),
        spec.optionalCount("repeats"),
        endOfSequence(spec));
  }

  /** A format of any name, since others run what this program cannot. */
  static WeightFormat precision(JsonFields model) {
    return model.optionalText("precision").map(WeightFormat::named).orElseGet(UnstatedFormat::new);
  }

  private static List<Integer> draftTokens(JsonFields spec) {
    List<Integer> draftTokens = spec.counts("draftTokens", UNKNOWN);
    boolean isAscending =
        draftTokens.stream().sorted().distinct().toList().equals(draftTokens)
            && draftTokens.stream().allMatch(k -> k >= 1 && k <= RunSpec.MOST_DRAFT_TOKENS);
    if (!isAscending) {
      throw spec.wrong(
          "draftTokens",
          "whole numbers from 1 to " + RunSpec.MOST_DRAFT_TOKENS + ", each once, ascending");
    }
    return draftTokens;
  }

  private static Source source(JsonFields source) {
    return new Source(
        source.text("title", REFUSE),
        source.optionalText("address").map(text -> address(source, text)),
        source.optionalText("note"));
  }

  private static URI address(JsonFields source, String text) {
    try {
      return Source.webAddress(text);
    } catch (ProblemException e) {
      throw source.impossible("address", e);
    }
  }

  private static Optional<EndOfSequence> endOfSequence(JsonFields spec) {
    return spec.has("endOfSequence") ? Optional.of(Labels.endOfSequence(spec)) : Optional.empty();
  }

  private static Sampling sampling(JsonFields spec, JsonFields sampling) {
    try {
      return new Sampling(
          sampling.number("temperature"),
          sampling.count("topK", UNKNOWN),
          sampling.has("topP") ? sampling.number("topP") : 1,
          sampling.has("seed") ? sampling.wholeNumber("seed") : 0);
    } catch (ProblemException e) {
      throw spec.impossible("sampling", e);
    }
  }
}
