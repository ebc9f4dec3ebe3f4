package dev.goldilocks.engine;

import dev.goldilocks.bench.Experiment;
import dev.goldilocks.bench.LoadedPair;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.PassLimits;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.PromptSet;
import dev.goldilocks.bench.Role;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.SecondSide;
import dev.goldilocks.bench.TextReview;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.CheckpointReader;
import dev.goldilocks.checkpoint.PairCheck;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Tokenizer;
import dev.goldilocks.hardware.Devices;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run does, from a look at the machine to the last measured pair. Whatever can be refused is
 * refused before a model is loaded.
 *
 * @param spec what is asked
 * @param version of this program
 * @param libraries starts the tensor library
 * @param loadingBegins runs when what is measured before the models are loaded is done, and the
 *     memory that it took given back
 * @param events hears everything
 * @param cancelled asked now and then
 */
record Measurement(
    RunSpec spec,
    String version,
    TensorLibrary.Starter libraries,
    Runnable loadingBegins,
    Consumer<RunEvent> events,
    BooleanSupplier cancelled) {

  private static final Duration ARITHMETIC_TIME = Duration.ofMillis(250);

  private static final Logger LOG = LoggerFactory.getLogger(Measurement.class);

  /**
   * Runs to the end.
   *
   * @throws ProblemException when the request or a file it names is wrong
   * @throws CancellationException soon after it was cancelled
   */
  void run() {
    MachineDescription machine = MachineDescription.ofThisMachine();
    int threads = Devices.usable(spec.device(), machine).checkedThreads(spec.threads());
    TensorLibrary library = libraries.start(threads);
    events.accept(new RunEvent.Started(Descriptions.environment(machine, library, version)));
    Checkpoint target = CheckpointReader.read(spec.target().directory());
    Optional<Checkpoint> draft = draft(target);
    List<Prompt> prompts = PromptSet.read(spec.prompts().file()).spread(spec.prompts().limit());
    events.accept(new RunEvent.CeilingsMeasured(limits(library, target)));
    loadingBegins.run();

    try (Tokenizer tokenizer = library.tokenizer(target)) {
      int context = contextLength(prompts, tokenizer);
      try (LanguageModel model =
          load(library, Role.TARGET, target, spec.target().precision(), context)) {
        switch (spec.draft()) {
          case PromptLookup(int longestMatch) ->
              measure(prompts, model, new SecondSide.LookedUp(longestMatch), target, tokenizer);
          case ModelChoice(Path _, Precision precision) -> {
            try (LanguageModel draftModel =
                load(library, Role.DRAFT, draft.orElseThrow(), precision, context)) {
              measure(prompts, model, new SecondSide.DraftModel(draftModel), target, tokenizer);
            }
          }
        }
      }
    }
  }

  private void measure(
      List<Prompt> prompts,
      LanguageModel model,
      SecondSide second,
      Checkpoint target,
      Tokenizer tokenizer) {
    LoadedPair sides = new LoadedPair(model, second, tokenizer, target.endOfSequenceIds());
    List<PairSample> pairs = new ArrayList<>();
    Consumer<RunEvent> keepingPairs =
        event -> {
          if (event instanceof RunEvent.PairMeasured(PairSample pair)) {
            pairs.add(pair);
          }
          events.accept(event);
        };
    new Experiment(spec, prompts, sides, keepingPairs, cancelled).run();
    review(pairs, sides);
  }

  /** What was measured stands whatever becomes of this. */
  private void review(List<PairSample> pairs, LoadedPair sides) {
    try {
      new TextReview(spec, sides, events, cancelled).of(pairs);
    } catch (RuntimeException e) {
      LOG.warn("The texts could not be read once more; the run has no probabilities", e);
    }
  }

  /** What the machine allows the target: a second, before anything is timed or takes its memory. */
  private PassLimits limits(TensorLibrary library, Checkpoint target) {
    stopIfCancelled();
    double readBytesPerSecond = library.readBytesPerSecond();
    stopIfCancelled();
    Precision precision = spec.target().precision();
    return PassLimits.of(
        precision,
        target.multipliedWeights(),
        readBytesPerSecond,
        library.operationsPerSecond(precision, ARITHMETIC_TIME));
  }

  private void stopIfCancelled() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("The run was cancelled.");
    }
  }

  /** The draft's files, when there is a draft model; they are read before anything is loaded. */
  private Optional<Checkpoint> draft(Checkpoint target) {
    return switch (spec.draft()) {
      case ModelChoice(Path directory, Precision _) -> {
        Checkpoint draft = CheckpointReader.read(directory);
        PairCheck.require(target, draft);
        yield Optional.of(draft);
      }
      case PromptLookup _ -> Optional.empty();
    };
  }

  /** Room for the longest prompt, its new tokens, and what the last round may look ahead. */
  private int contextLength(List<Prompt> prompts, Tokenizer tokenizer) {
    long longest =
        prompts.stream().mapToInt(prompt -> tokenizer.encode(prompt.text()).length).max().orElse(0);
    long lookAhead = spec.lengths().most() + 1L;
    return (int) Math.min(longest + spec.maxNewTokens() + lookAhead, Integer.MAX_VALUE);
  }

  private LanguageModel load(
      TensorLibrary library,
      Role role,
      Checkpoint checkpoint,
      Precision precision,
      int contextLength) {
    stopIfCancelled();
    long start = System.nanoTime();
    LanguageModel model = library.load(checkpoint, precision, contextLength);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    events.accept(
        new RunEvent.ModelLoaded(role, Descriptions.model(checkpoint, precision), millis));
    return model;
  }
}
