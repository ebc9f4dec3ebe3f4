package dev.goldilocks.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Drift;
import dev.goldilocks.bench.Ends;
import dev.goldilocks.bench.Environment;
import dev.goldilocks.bench.FigureIntervals;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.Lossless;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.PassLimits;
import dev.goldilocks.bench.PolicyGain;
import dev.goldilocks.bench.Prediction;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunConditions;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.bench.SideIntervals;
import dev.goldilocks.bench.SideSample;
import dev.goldilocks.bench.Source;
import dev.goldilocks.bench.StepSpread;
import dev.goldilocks.bench.TextComparison;
import dev.goldilocks.bench.TokenDetails;
import dev.goldilocks.bench.TokenLogit;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.Step;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A run as a JSON tree, field by field in the order of {@code docs/run-file.md}. */
final class RunToJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RunToJson() {}

  static ObjectNode document(RunRecord run) {
    ObjectNode node = JSON.objectNode();
    node.put("format", RunFileFormat.FORMAT);
    node.put("version", RunFileFormat.VERSION);
    node.put("id", run.id());
    node.put("name", run.name());
    node.put("createdAt", run.createdAt().toString());
    node.put("provenance", Labels.of(run.provenance()));
    if (run.provenance() == Provenance.CANCELLED) {
      node.put("ending", Labels.CANCELLED);
    }
    node.set("source", source(run.spec()));
    ArrayNode tags = node.putArray("tags");
    run.tags().forEach(tags::add);
    putText(node, "note", run.note());
    node.set(
        "spec",
        switch (run.spec()) {
          case RunSpec spec -> spec(run, spec);
          case ReportedConditions reported -> reported(run, reported);
        });
    node.set("environment", environment(run.environment()));
    run.limits().ifPresent(limits -> node.set("ceilings", ceilings(limits)));
    AcrossPairs across = AcrossPairs.of(run);
    node.set("drift", drift(across.steadiness().drift()));
    node.set("stepSpread", stepSpread(across.steadiness().steps()));
    ArrayNode results = node.putArray("results");
    run.results().forEach(result -> results.add(result(result, across)));
    ArrayNode samples = node.putArray("samples");
    run.samples().forEach(sample -> samples.add(sample(sample)));
    if (!run.tokens().equals(TokenDetails.NONE)) {
      node.set("tokens", TokensToJson.tokens(run.tokens()));
    }
    return node;
  }

  private static JsonNode source(RunConditions conditions) {
    return switch (conditions) {
      case RunSpec _ -> JSON.nullNode();
      case ReportedConditions reported ->
          reported.source().<JsonNode>map(RunToJson::source).orElseGet(JSON::nullNode);
    };
  }

  private static ObjectNode source(Source source) {
    ObjectNode node = JSON.objectNode();
    node.put("title", source.title());
    node.put("address", source.address().map(URI::toString).orElse(null));
    node.put("note", source.note().orElse(null));
    return node;
  }

  private static ObjectNode reported(RunRecord run, ReportedConditions reported) {
    ObjectNode node = JSON.objectNode();
    node.set("target", model(run.target(), ""));
    node.set("draft", model(run.draft(), ""));
    node.put("drafter", RunFileFormat.DRAFT_MODEL);
    node.put("device", reported.device().orElse(null));
    putCount(node, "threads", reported.threads());
    putCounts(node, "draftTokens", reported.draftTokens());
    node.set(
        "sampling",
        reported.sampling().<JsonNode>map(RunToJson::sampling).orElseGet(JSON::nullNode));
    node.put("promptSet", reported.promptSet().orElse(null));
    putCount(node, "prompts", reported.prompts());
    putCount(node, "maxNewTokens", reported.maxNewTokens());
    putCount(node, "repeats", reported.repeats());
    node.put("endOfSequence", reported.endOfSequence().map(Labels::of).orElse(null));
    return node;
  }

  private static ObjectNode spec(RunRecord run, RunSpec spec) {
    ObjectNode node = JSON.objectNode();
    node.set("target", model(run.target(), spec.target().directory().toString()));
    switch (spec.draft()) {
      case ModelChoice(Path directory, Precision _) -> {
        node.set("draft", model(run.draft(), directory.toString()));
        node.put("drafter", RunFileFormat.DRAFT_MODEL);
      }
      case PromptLookup(int longestMatch) -> {
        node.putNull("draft");
        node.put("drafter", PromptLookup.LABEL);
        node.put("longestMatch", longestMatch);
      }
    }
    putText(node, "device", spec.device());
    node.put("threads", spec.threads());
    ArrayNode lengths = node.putArray("draftTokens");
    spec.lengths().values().forEach(length -> lengths.add(draftTokens(length)));
    node.set("sampling", sampling(spec.sampling()));
    putText(node, "promptSet", PromptSets.name(spec));
    putText(node, "promptFile", spec.prompts().file().toString());
    putKnown(node, "prompts", PromptSets.size(run));
    if (spec.prompts().limit() == Integer.MAX_VALUE) {
      node.putNull("promptLimit");
    } else {
      node.put("promptLimit", spec.prompts().limit());
    }
    node.put("maxNewTokens", spec.maxNewTokens());
    node.put("repeats", spec.repeats());
    node.put("endOfSequence", Labels.of(spec.endOfSequence()));
    return node;
  }

  private static ObjectNode model(ModelDescription model, String directory) {
    ObjectNode node = JSON.objectNode();
    node.put("id", model.id());
    putText(node, "architecture", model.architecture());
    putKnown(node, "parameters", model.parameters());
    putKnown(node, "layers", model.layers());
    putKnown(node, "hiddenSize", model.hiddenSize());
    putKnown(node, "vocabularySize", model.vocabularySize());
    putText(node, "precision", model.precision().label());
    switch (model.weights()) {
      case TRAINED -> {}
      case RANDOM -> node.put("weights", Labels.RANDOM);
    }
    putText(node, "directory", directory);
    return node;
  }

  private static ObjectNode sampling(Sampling sampling) {
    ObjectNode node = JSON.objectNode();
    node.put("temperature", sampling.temperature());
    node.put("topK", sampling.topK());
    node.put("topP", sampling.topP());
    node.put("seed", sampling.seed());
    return node;
  }

  private static ObjectNode ceilings(PassLimits limits) {
    ObjectNode node = JSON.objectNode();
    putFigure(node, "readBytesPerSecond", limits.readBytesPerSecond());
    putFigure(node, "operationsPerSecond", limits.operationsPerSecond());
    node.put("targetBytesRead", limits.bytesRead());
    node.put("targetOperationsPerToken", limits.operationsPerToken());
    return node;
  }

  private static ObjectNode environment(Environment environment) {
    ObjectNode node = JSON.objectNode();
    putText(node, "cpu", environment.cpu());
    putKnown(node, "cores", environment.cores());
    putKnown(node, "memoryBytes", environment.memoryBytes());
    putText(node, "os", environment.os());
    putText(node, "java", environment.java());
    putText(node, "torch", environment.torch());
    putText(node, "goldilocks", environment.goldilocks());
    return node;
  }

  private static ObjectNode result(RunResult result, AcrossPairs across) {
    ObjectNode node = JSON.objectNode();
    node.set(
        "draftTokens",
        result.length().<JsonNode>map(RunToJson::draftTokens).orElseGet(JSON::nullNode));
    putFigure(node, "meanDraftTokens", result.meanDraftTokens());
    node.set("speedup", interval(result.speedup()));
    putCount(node, "pairsLeftOut", pairsLeftOut(result));
    node.set("baseline", side(result.baseline()));
    node.set("speculative", side(result.speculative()));
    putFigure(node, "acceptanceRate", result.acceptanceRate());
    ArrayNode positions = node.putArray("acceptanceByPosition");
    for (double rate : result.acceptanceByPosition()) {
      if (Double.isFinite(rate)) {
        positions.add(rate);
      } else {
        positions.addNull();
      }
    }
    putFigure(node, "meanAcceptanceLength", result.meanAcceptanceLength());
    putFigure(node, "alpha", result.alpha());
    node.set("intervals", intervals(result.intervals()));
    putKnown(node, "peakMemoryBytes", result.peakMemoryBytes());
    node.set(
        "lossless", result.lossless().<JsonNode>map(RunToJson::lossless).orElseGet(JSON::nullNode));
    node.set("ledger", ledger(result.ledger()));
    node.set(
        "prediction",
        Prediction.of(result).<JsonNode>map(RunToJson::prediction).orElseGet(JSON::nullNode));
    putFigure(node, "oddsOfBest", across.oddsOfBest(result));
    node.set("gain", across.gain(result).<JsonNode>map(RunToJson::gain).orElseGet(JSON::nullNode));
    return node;
  }

  private static ObjectNode intervals(FigureIntervals intervals) {
    ObjectNode node = JSON.objectNode();
    node.set("baseline", intervals(intervals.baseline()));
    node.set("speculative", intervals(intervals.speculative()));
    node.set("acceptanceRate", ends(intervals.acceptanceRate()));
    ArrayNode positions = node.putArray("acceptanceByPosition");
    intervals.acceptanceByPosition().forEach(ends -> positions.add(ends(ends)));
    node.set("meanAcceptanceLength", ends(intervals.meanAcceptanceLength()));
    node.set("alpha", ends(intervals.alpha()));
    return node;
  }

  private static ObjectNode intervals(SideIntervals intervals) {
    ObjectNode node = JSON.objectNode();
    node.set("decodeTokensPerSecond", ends(intervals.decodeTokensPerSecond()));
    node.set("timeToFirstTokenMs", ends(intervals.timeToFirstTokenMs()));
    return node;
  }

  private static ObjectNode ends(Ends ends) {
    ObjectNode node = JSON.objectNode();
    putFigure(node, "low", ends.low());
    putFigure(node, "high", ends.high());
    return node;
  }

  private static ObjectNode drift(Drift drift) {
    ObjectNode node = JSON.objectNode();
    node.set("baselineRatio", ratio(drift.baseline()));
    node.set("speedupRatio", ratio(drift.speedup()));
    return node;
  }

  private static ObjectNode stepSpread(StepSpread steps) {
    ObjectNode node = JSON.objectNode();
    putFigure(node, "tenthPercentileRatio", steps.tenthPercentile());
    putFigure(node, "ninetiethPercentileRatio", steps.ninetiethPercentile());
    return node;
  }

  private static ObjectNode ratio(Interval interval) {
    ObjectNode node = JSON.objectNode();
    putFigure(node, "value", interval.value());
    putFigure(node, "low", interval.low());
    putFigure(node, "high", interval.high());
    return node;
  }

  private static ObjectNode prediction(Prediction prediction) {
    ObjectNode node = JSON.objectNode();
    putFigure(node, "theoremSpeedup", prediction.theorem());
    putFigure(node, "withVerificationSpeedup", prediction.withVerification());
    putFigure(node, "withOverheadSpeedup", prediction.withOverhead());
    putFigure(node, "withAcceptanceSpeedup", prediction.withAcceptance());
    putFigure(node, "residualRatio", prediction.residual());
    putFigure(node, "unexplainedRatio", prediction.unexplained());
    return node;
  }

  private static ObjectNode gain(PolicyGain gain) {
    ObjectNode node = JSON.objectNode();
    node.set("bestFixedDraftTokens", draftTokens(gain.bestFixed()));
    node.set("speedupRatio", ratio(gain.ratio()));
    return node;
  }

  /** A number where K is fixed, else the policy's label. */
  private static JsonNode draftTokens(DraftLength length) {
    return length.isAdaptive() ? JSON.textNode(length.label()) : JSON.numberNode(length.most());
  }

  private static ObjectNode ledger(Ledger ledger) {
    ObjectNode node = JSON.objectNode();
    putFigure(node, "roundMs", ledger.roundMs());
    putFigure(node, "draftMs", ledger.draftMs());
    putFigure(node, "verifyMs", ledger.verifyMs());
    putFigure(node, "acceptanceMs", ledger.acceptanceMs());
    putFigure(node, "hostMs", ledger.hostMs());
    putFigure(node, "residualMs", ledger.residualMs());
    return node;
  }

  /** Where the pairs are not known, neither are those that were left out. */
  private static OptionalInt pairsLeftOut(RunResult result) {
    return result.speedup().knownPairs().isPresent()
        ? OptionalInt.of(result.pairsLeftOut())
        : OptionalInt.empty();
  }

  private static ObjectNode interval(Interval interval) {
    ObjectNode node = JSON.objectNode();
    putFigure(node, "value", interval.value());
    putFigure(node, "low", interval.low());
    putFigure(node, "high", interval.high());
    putCount(node, "pairs", interval.knownPairs());
    return node;
  }

  private static ObjectNode side(SideFigures figures) {
    ObjectNode node = JSON.objectNode();
    putFigure(node, "decodeTokensPerSecond", figures.decodeTokensPerSecond());
    putFigure(node, "timeToFirstTokenMs", figures.timeToFirstTokenMs());
    putFigure(node, "totalSeconds", figures.totalSeconds());
    return node;
  }

  private static ObjectNode lossless(Lossless lossless) {
    ObjectNode node = JSON.objectNode();
    node.put("identical", lossless.identical());
    node.put("diverged", lossless.diverged());
    return node;
  }

  private static ObjectNode sample(PairSample sample) {
    ObjectNode node = JSON.objectNode();
    node.put("prompt", sample.plan().prompt().id());
    node.put("category", sample.plan().prompt().category());
    node.put("promptText", sample.plan().prompt().text());
    node.put("promptTokens", sample.promptTokens());
    node.put("pair", sample.plan().index());
    node.set("draftTokens", draftTokens(sample.plan().length()));
    node.put("repeat", sample.plan().repeat());
    node.put("order", Labels.of(sample.plan().first()));
    node.set("baseline", side(sample.baseline(), "steps"));
    node.set("speculative", side(sample.speculative(), "rounds"));
    node.set("comparison", comparison(sample.comparison()));
    return node;
  }

  private static ObjectNode side(SideSample side, String stepsName) {
    ObjectNode node = JSON.objectNode();
    putCounts(node, "ids", side.generation().ids());
    node.put("prefillNanos", side.generation().prefillNanos());
    node.put("text", side.text());
    ArrayNode steps = node.putArray(stepsName);
    side.generation().steps().forEach(step -> steps.add(step(step)));
    return node;
  }

  private static ObjectNode step(Step step) {
    ObjectNode node = JSON.objectNode();
    switch (step) {
      case Step.Plain plain -> {
        putCounts(node, "emitted", plain.emitted());
        node.put("nanos", plain.nanos());
      }
      case Step.Round round -> {
        putCounts(node, "drafted", round.drafted());
        node.put("accepted", round.accepted());
        putCounts(node, "emitted", round.emitted());
        node.put("draftNanos", round.time().draftNanos());
        node.put("verifyNanos", round.time().verifyNanos());
        putOptional(node, "acceptanceNanos", round.time().acceptanceNanos());
        node.put("hostNanos", round.time().hostNanos());
        node.put("totalNanos", round.time().totalNanos());
      }
    }
    return node;
  }

  private static ObjectNode comparison(TextComparison comparison) {
    ObjectNode node = JSON.objectNode();
    switch (comparison) {
      case TextComparison.Identical _ -> node.put("outcome", Labels.IDENTICAL);
      case TextComparison.Diverged diverged -> {
        node.put("outcome", Labels.DIVERGED);
        node.put("position", diverged.position());
        putFigure(node, "logitGap", diverged.logitGap());
        if (!diverged.logits().isEmpty()) {
          ArrayNode logits = node.putArray("logits");
          for (TokenLogit logit : diverged.logits()) {
            putFigure(logits.addObject().put("id", logit.id()), "logit", logit.logit());
          }
        }
      }
      case TextComparison.NotCompared _ -> node.put("outcome", Labels.NOT_COMPARED);
    }
    return node;
  }

  private static void putText(ObjectNode node, String name, String text) {
    node.put(name, text.isEmpty() ? null : text);
  }

  private static void putCount(ObjectNode node, String name, OptionalInt count) {
    node.put(name, count.isPresent() ? (Integer) count.getAsInt() : null);
  }

  private static void putKnown(ObjectNode node, String name, long value) {
    node.put(name, value == 0 ? null : (Long) value);
  }

  private static void putFigure(ObjectNode node, String name, double figure) {
    node.put(name, Double.isFinite(figure) ? (Double) figure : null);
  }

  private static void putOptional(ObjectNode node, String name, OptionalLong value) {
    node.put(name, value.isPresent() ? (Long) value.getAsLong() : null);
  }

  private static void putCounts(ObjectNode node, String name, Collection<Integer> values) {
    ArrayNode array = node.putArray(name);
    values.forEach(value -> array.add((int) value));
  }
}
