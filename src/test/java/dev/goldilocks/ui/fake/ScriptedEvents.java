package dev.goldilocks.ui.fake;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Environment;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.PairPlan;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.PassLimits;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.Role;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.Side;
import dev.goldilocks.bench.SideSample;
import dev.goldilocks.bench.TextComparison;
import dev.goldilocks.bench.TextPiece;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes the events of a run as an engine on two cores would send them: models load, lengths are
 * warmed, pairs are measured in random order with noise on every time. The same spec and seed give
 * the same events.
 */
final class ScriptedEvents {

  /** An event and when it comes, in milliseconds since the run started. */
  record Timed(long millis, RunEvent event) {}

  private static final double TARGET_MILLIS = 4.7;
  private static final double DRAFT_MILLIS = 0.55;
  private static final double ACCEPTANCE_MILLIS = 0.3;
  private static final double SEEN_BY_CLOCKS = 0.8;
  private static final int TOKENS_A_PLAIN_STEP = 4;
  private static final List<String> TOKENS =
      List.of(
          """
          public static <T> Optional<T> first(List<T> items, Predicate<T> test) {
            for (T item : items) {
              if (test.test(item)) {
                return Optional.of(item);
              }
            }
            return Optional.empty();
          }

          /**
           * Returns the number of elements in this list. If this list contains
           * more than Integer.MAX_VALUE elements, returns Integer.MAX_VALUE.
           */
          public int size() {
            return size;
          }
          """
              .split("(?<=\\s)(?=\\S)|(?<=\\w)(?=\\W)|(?<=[^\\w\\s])(?=.)"));

  private final RunSpec spec;
  private final List<Prompt> prompts;
  private final double acceptance;
  private final Random random;
  private final List<Timed> events = new ArrayList<>();
  private double now;
  private double nextMemory;
  private long resident = 180_000_000;

  private ScriptedEvents(RunSpec spec, List<Prompt> prompts, double acceptance, long seed) {
    this.spec = spec;
    this.prompts = prompts;
    this.acceptance = acceptance;
    this.random = new Random(seed);
  }

  /**
   * All events of a run.
   *
   * @param acceptance probability that a drafted token is accepted, 0 to 1
   */
  static List<Timed> of(RunSpec spec, List<Prompt> prompts, double acceptance, long seed) {
    ScriptedEvents script = new ScriptedEvents(spec, prompts, acceptance, seed);
    script.run();
    return List.copyOf(script.events);
  }

  private void run() {
    pass(120);
    add(
        new RunEvent.Started(
            new Environment(
                "Xeon Gold 6248",
                2,
                25_000_000_000L,
                "Linux 6.1 amd64",
                "25.0.1",
                "2.7.1",
                "0.1.0")));
    add(
        new RunEvent.CeilingsMeasured(
            PassLimits.of(spec.target().precision(), 9_100_000, 20e9, 200e9)));
    load(Role.TARGET, "GoldilocksCoder-9M", 9_100_000, 6, 320, spec.target().precision(), 640);
    switch (spec.draft()) {
      case ModelChoice(Path _, Precision precision) ->
          load(Role.DRAFT, "GoldilocksCoder-0.7M", 700_000, 2, 128, precision, 180);
      case PromptLookup _ -> {}
    }
    List<PairPlan> plans = plans();
    add(new RunEvent.Planned(plans));
    for (int length = 0; length <= 3; length++) {
      add(new RunEvent.WarmingUp(length, 3));
      pass(250);
    }
    plans.forEach(this::measure);
    pass(40);
    add(new RunEvent.Finished(resident + 6_000_000));
  }

  private void load(
      Role role, String id, long weights, int layers, int width, Precision precision, int millis) {
    for (int part = 0; part < 8; part++) {
      resident += weights / 4;
      pass(millis / 8.0);
    }
    add(
        new RunEvent.ModelLoaded(
            role,
            new ModelDescription(id, "LlamaForCausalLM", weights, layers, width, 4096, precision),
            millis));
  }

  private List<PairPlan> plans() {
    List<PairPlan> plans = new ArrayList<>();
    for (int repeat = 0; repeat < spec.repeats(); repeat++) {
      for (Prompt prompt : prompts) {
        for (DraftLength length : spec.lengths().values()) {
          Side first = random.nextBoolean() ? Side.BASELINE : Side.SPECULATIVE;
          plans.add(new PairPlan(plans.size(), prompt, length, repeat, first));
        }
      }
    }
    return plans;
  }

  private int wanted(DraftLength length) {
    return switch (length) {
      case DraftLength.Fixed(int most) -> most;
      case DraftLength.Confident(int most, double _) -> 1 + random.nextInt(most);
      case DraftLength.Heuristic _, DraftLength.Predicted _ -> 2 + random.nextInt(3);
    };
  }

  private void measure(PairPlan plan) {
    SideSample baseline;
    SideSample speculative;
    if (plan.first() == Side.BASELINE) {
      baseline = baseline(plan);
      speculative = speculative(plan);
    } else {
      speculative = speculative(plan);
      baseline = baseline(plan);
    }
    TextComparison comparison =
        random.nextDouble() < 0.98
            ? new TextComparison.Identical()
            : new TextComparison.Diverged(17, 0.003);
    add(
        new RunEvent.PairMeasured(
            new PairSample(plan, 24 + random.nextInt(40), baseline, speculative, comparison)));
  }

  private SideSample baseline(PairPlan plan) {
    begin(plan, Side.BASELINE, 9);
    List<Step> steps = new ArrayList<>();
    double slow = noise(0.03);
    int written = 1;
    while (written < spec.maxNewTokens()) {
      int count = Math.min(TOKENS_A_PLAIN_STEP, spec.maxNewTokens() - written);
      double millis = count * TARGET_MILLIS * slow * noise(0.02);
      Step step = new Step.Plain(ids(written, count), nanos(millis));
      pass(millis);
      steps.add(step);
      add(
          new RunEvent.Stepped(
              plan.index(),
              Side.BASELINE,
              step,
              List.of(piece(TextPiece.Origin.TARGET, written, count))));
      written += count;
    }
    return sample(steps, nanos(9));
  }

  private SideSample speculative(PairPlan plan) {
    begin(plan, Side.SPECULATIVE, 11);
    List<Step> steps = new ArrayList<>();
    double slow = noise(0.03);
    int written = 1;
    while (written < spec.maxNewTokens()) {
      int k = Math.min(wanted(plan.length()), spec.maxNewTokens() - written - 1);
      int accepted = 0;
      while (accepted < k && random.nextDouble() < acceptance * Math.pow(0.98, accepted)) {
        accepted++;
      }
      double draft = k * DRAFT_MILLIS * slow * noise(0.05);
      double verify = TARGET_MILLIS * (1 + 0.02 * k) * slow * noise(0.02);
      double host = 0.15 * noise(0.2);
      Step.Round step =
          new Step.Round(
              ids(written, k),
              accepted,
              ids(written, accepted + 1),
              new RoundTime(
                  nanos(draft),
                  nanos(verify - ACCEPTANCE_MILLIS),
                  OptionalLong.of(nanos(ACCEPTANCE_MILLIS)),
                  nanos(host * SEEN_BY_CLOCKS),
                  nanos(draft + verify + host)));
      pass(draft + verify + host);
      steps.add(step);
      add(new RunEvent.Stepped(plan.index(), Side.SPECULATIVE, step, pieces(written, k, accepted)));
      written += accepted + 1;
    }
    return sample(steps, nanos(11));
  }

  private List<TextPiece> pieces(int written, int k, int accepted) {
    List<TextPiece> pieces = new ArrayList<>();
    if (accepted > 0) {
      pieces.add(piece(TextPiece.Origin.ACCEPTED, written, accepted));
    }
    TextPiece.Origin origin = accepted == k ? TextPiece.Origin.BONUS : TextPiece.Origin.CORRECTED;
    pieces.add(piece(origin, written + accepted, 1));
    return pieces;
  }

  private void begin(PairPlan plan, Side side, double prefillMillis) {
    pass(3);
    add(new RunEvent.SideStarted(plan.index(), side));
    pass(prefillMillis);
    add(new RunEvent.FirstToken(plan.index(), side, 0, TOKENS.getFirst(), nanos(prefillMillis)));
  }

  private SideSample sample(List<Step> steps, long prefillNanos) {
    return new SideSample(
        new Generation(ids(0, spec.maxNewTokens()), prefillNanos, steps),
        String.join("", tokens(0, spec.maxNewTokens())));
  }

  private void pass(double millis) {
    now += millis;
    while (nextMemory <= now) {
      add(new RunEvent.MemoryRead((long) nextMemory, resident + random.nextInt(2_000_000)));
      nextMemory += 250;
    }
  }

  private void add(RunEvent event) {
    events.add(new Timed((long) now, event));
  }

  private double noise(double spread) {
    return 1 + spread * random.nextGaussian();
  }

  private static TextPiece piece(TextPiece.Origin origin, int from, int count) {
    return new TextPiece(origin, String.join("", tokens(from, count)));
  }

  private static List<String> tokens(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(index -> TOKENS.get(index % TOKENS.size()))
        .toList();
  }

  private static List<Integer> ids(int from, int count) {
    return IntStream.range(from, from + count).boxed().toList();
  }

  private static long nanos(double millis) {
    return (long) (millis * 1e6);
  }
}
