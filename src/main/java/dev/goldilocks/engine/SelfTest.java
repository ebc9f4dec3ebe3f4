package dev.goldilocks.engine;

import dev.goldilocks.bench.Bootstrap;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.Experiment;
import dev.goldilocks.bench.Figures;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.LoadedPair;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.PromptSet;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.SecondSide;
import dev.goldilocks.bench.SelfTestResult;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.CheckpointReader;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Measures a target against itself, over and over in one engine, by the code that measures runs:
 * what the intervals say of two equal sides shows how far they can be trusted.
 */
public final class SelfTest {

  private final TensorLibrary.Starter libraries;

  SelfTest(TensorLibrary.Starter libraries) {
    this.libraries = libraries;
  }

  /** The self-test of this process, with libtorch. */
  public static SelfTest withLibtorch() {
    return new SelfTest(LibtorchLibrary::start);
  }

  /**
   * What to measure.
   *
   * @param target the model, at its precision
   * @param threads threads of the kernels, at least 1
   * @param prompts prompts of each run; fewer than {@link Bootstrap#FEWEST_UNITS} give no interval
   * @param maxNewTokens tokens to write after each prompt, at least 2
   */
  public record Request(ModelChoice target, int threads, PromptChoice prompts, int maxNewTokens) {}

  /**
   * Makes {@link SelfTestResult#RUNS} runs, each with a seed of its own.
   *
   * @param measured hears of each run's speedup as soon as there is one
   * @param cancelled asked after every step
   * @throws dev.goldilocks.problem.ProblemException when a file that the request names is wrong
   * @throws java.util.concurrent.CancellationException soon after it was cancelled
   */
  public SelfTestResult run(
      Request request, Consumer<Interval> measured, BooleanSupplier cancelled) {
    TensorLibrary library = libraries.start(request.threads());
    Checkpoint checkpoint = CheckpointReader.read(request.target().directory());
    List<Prompt> prompts =
        PromptSet.read(request.prompts().file()).spread(request.prompts().limit());
    try (Tokenizer tokenizer = library.tokenizer(checkpoint);
        LanguageModel target =
            library.load(
                checkpoint,
                request.target().precision(),
                contextLength(prompts, tokenizer, request.maxNewTokens()))) {
      LoadedPair sides =
          new LoadedPair(
              target, new SecondSide.Baseline(), tokenizer, checkpoint.endOfSequenceIds());
      List<Interval> speedups = new ArrayList<>();
      for (int run = 0; run < SelfTestResult.RUNS; run++) {
        Interval speedup = run(spec(request, run), prompts, sides, cancelled);
        speedups.add(speedup);
        measured.accept(speedup);
      }
      return new SelfTestResult(speedups);
    }
  }

  private static Interval run(
      RunSpec spec, List<Prompt> prompts, LoadedPair sides, BooleanSupplier cancelled) {
    List<PairSample> samples = new ArrayList<>();
    Consumer<RunEvent> keepPairs =
        event -> {
          if (event instanceof RunEvent.PairMeasured(PairSample sample)) {
            samples.add(sample);
          }
        };
    new Experiment(spec, prompts, sides, keepPairs, cancelled).run();
    return Figures.speedup(
        samples, new Bootstrap(Bootstrap.RESAMPLES_KEPT, spec.sampling().seed()));
  }

  /** The second side drafts nothing, so that K has no meaning. */
  private static RunSpec spec(Request request, int seed) {
    return new RunSpec(
        request.target(),
        request.target(),
        "cpu",
        request.threads(),
        List.of(1),
        Sampling.greedy(seed),
        request.prompts(),
        request.maxNewTokens(),
        1,
        EndOfSequence.IGNORE);
  }

  private static int contextLength(List<Prompt> prompts, Tokenizer tokenizer, int maxNewTokens) {
    int longest =
        prompts.stream().mapToInt(prompt -> tokenizer.encode(prompt.text()).length).max().orElse(0);
    return longest + maxNewTokens;
  }
}
