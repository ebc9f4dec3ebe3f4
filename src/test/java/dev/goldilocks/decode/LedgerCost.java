package dev.goldilocks.decode;

import dev.goldilocks.bench.Bootstrap;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.PromptSet;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.CheckpointReader;
import dev.goldilocks.home.InstallationHome;
import dev.goldilocks.torch.HuggingFaceTokens;
import dev.goldilocks.torch.Libtorch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Prints what taking the ledger costs: the time of the bundled pair's speculative rounds with the
 * decoder's clock readings over that without, back to back on the same prompt in random order, in
 * one process. What is on either way are two readings of a clock in the model program, which part
 * the pass from the decision.
 *
 * <p>Texts are short and pairs many, so that both of a pair find one machine, and the prompt's
 * reading, which has no ledger, is not timed. Of each prompt's pairs the median counts, which a
 * pair does not move between whose texts the machine changed its speed; the interval resamples
 * prompts. Takes the number of visits to each prompt (24 unless told) and of threads (1 unless
 * told); starts no further visit to all prompts after three minutes, and says how many there were.
 * A program, not a test: it is for a quiet machine.
 */
public final class LedgerCost {

  private static final int DRAFT_TOKENS = 4;
  private static final int NEW_TOKENS = 32;
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int CONTEXT = 1024;
  private static final TokenChoice GREEDY = new TokenChoice.Greedy();

  private LedgerCost() {}

  public static void main(String[] arguments) throws IOException {
    int visits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 24;
    int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    InstallationHome home = InstallationHome.ofThisProgram();
    List<Checkpoint> bySize = bundled(home.models());
    Libtorch libtorch = Libtorch.start(threads);
    try (Tokenizer tokenizer = HuggingFaceTokens.read(bySize.getLast().tokenizerFile());
        LanguageModel target = libtorch.load(bySize.getLast(), Precision.BF16, CONTEXT);
        Drafter drafter =
            new ModelDrafter(libtorch.load(bySize.getFirst(), Precision.BF16, CONTEXT))) {
      Decoder on = decoder(target, drafter, System::nanoTime);
      Decoder off = decoder(target, drafter, new Counter());
      List<int[]> prompts =
          prompts(home.prompts()).stream().map(prompt -> tokenizer.encode(prompt.text())).toList();
      prompts.forEach(
          prompt -> {
            time(on, prompt);
            time(off, prompt);
          });
      List<List<Double>> ratios = ratios(on, off, prompts, visits);
      Interval ratio =
          new Bootstrap(Bootstrap.RESAMPLES_KEPT, 1)
              .geometricMean(ratios.stream().map(each -> List.of(median(each))).toList());
      System.out.printf(
          Locale.ROOT,
          "time with the ledger / without: %.4f  95 %% interval [%.4f, %.4f]  of %d prompts, %d"
              + " pairs each, K = %d, %d threads%n",
          ratio.value(),
          ratio.low(),
          ratio.high(),
          prompts.size(),
          ratios.getFirst().size(),
          DRAFT_TOKENS,
          threads);
    }
  }

  /** The ratios of each prompt; every prompt is visited before any is visited again. */
  private static List<List<Double>> ratios(
      Decoder on, Decoder off, List<int[]> prompts, int visits) {
    SplittableRandom order = new SplittableRandom(1);
    long start = System.nanoTime();
    List<List<Double>> ratios = new ArrayList<>();
    prompts.forEach(_ -> ratios.add(new ArrayList<>()));
    for (int visit = 0; visit < visits && System.nanoTime() - start < LONGEST.toNanos(); visit++) {
      for (int prompt = 0; prompt < prompts.size(); prompt++) {
        boolean onFirst = order.nextBoolean();
        long first = time(onFirst ? on : off, prompts.get(prompt));
        long second = time(onFirst ? off : on, prompts.get(prompt));
        ratios.get(prompt).add(onFirst ? (double) first / second : (double) second / first);
      }
    }
    return ratios;
  }

  private static double median(List<Double> values) {
    return Median.withDefaults()
        .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The time of a text after its first token. */
  private static long time(Decoder decoder, int[] prompt) {
    AfterFirst afterFirst = new AfterFirst();
    Generation text = decoder.decode(prompt, new Limits(NEW_TOKENS, Set.of()), GREEDY, afterFirst);
    long taken = System.nanoTime() - afterFirst.start;
    if (text.ids().size() != NEW_TOKENS) {
      throw new IllegalStateException(text.ids().size() + " tokens");
    }
    return taken;
  }

  /** Notes when the first token is there. */
  private static final class AfterFirst implements DecodeListener {

    private long start;

    @Override
    public void firstToken(int token, long prefillNanos) {
      start = System.nanoTime();
    }

    @Override
    public void stepped(Step step) {}
  }

  private static Decoder decoder(LanguageModel target, Drafter drafter, LongSupplier nanoTime) {
    return new SpeculativeDecoder(target, drafter, new ConstantDraft(DRAFT_TOKENS, 0), nanoTime);
  }

  private static List<Checkpoint> bundled(Path models) throws IOException {
    try (Stream<Path> folders = Files.list(models)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("config.json")))
          .map(CheckpointReader::read)
          .sorted(Comparator.comparingLong(Checkpoint::parameters))
          .toList();
    }
  }

  private static List<Prompt> prompts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path file =
          files
              .filter(each -> each.toString().endsWith(".jsonl"))
              .sorted()
              .findFirst()
              .orElseThrow();
      return PromptSet.read(file).spread(Integer.MAX_VALUE);
    }
  }

  /** Times that cost an addition, each a second after the one before, so that rounds add up. */
  private static final class Counter implements LongSupplier {

    private long nanos;

    @Override
    public long getAsLong() {
      nanos += 1_000_000_000;
      return nanos;
    }
  }
}
