package dev.goldilocks.bench;

import dev.goldilocks.decode.Decoder;
import dev.goldilocks.decode.DraftPolicy;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Limits;
import dev.goldilocks.decode.ModelDrafter;
import dev.goldilocks.decode.PlainDecoder;
import dev.goldilocks.decode.PromptLookupDrafter;
import dev.goldilocks.decode.RoundCosts;
import dev.goldilocks.decode.SpeculativeDecoder;
import dev.goldilocks.problem.ProblemException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Measures a pair of loaded models as a {@link RunSpec} asks: plans the pairs, warms every length
 * that will be timed, then measures baseline and speculative back to back, pair after pair, and
 * tells of it in events from {@link RunEvent.Planned} to the last {@link RunEvent.PairMeasured}.
 * How a run starts and ends is for its surroundings to say.
 */
public final class Experiment {

  /**
   * Tokens that the baseline writes in one call into the model: often enough that the live text
   * moves, and fewer calls a token than a round with its two, so that the host costs the baseline
   * no more than it costs speculation.
   */
  static final int TOKENS_PER_BASELINE_CALL = 8;

  private final RunSpec spec;
  private final List<Prompt> prompts;
  private final LoadedPair models;
  private final Consumer<RunEvent> events;
  private final BooleanSupplier cancelled;
  private final TextCheck textCheck;
  private final Limits limits;
  private final Decoder baseline;
  private final RoundCosts costs;
  private final Map<DraftLength, Decoder> second;

  /**
   * @param prompts the prompts to measure on, at least one
   * @param events hears everything, outside of what is timed
   * @param cancelled asked after every step; once true, {@link #run} stops
   */
  public Experiment(
      RunSpec spec,
      List<Prompt> prompts,
      LoadedPair models,
      Consumer<RunEvent> events,
      BooleanSupplier cancelled) {
    this.spec = spec;
    this.prompts = List.copyOf(prompts);
    this.models = models;
    this.events = events;
    this.cancelled = cancelled;
    this.textCheck = new TextCheck(models.target());
    this.limits =
        new Limits(
            spec.maxNewTokens(),
            switch (spec.endOfSequence()) {
              case STOP -> models.endOfSequenceIds();
              case IGNORE -> Set.of();
            });
    this.baseline = new PlainDecoder(models.target(), TOKENS_PER_BASELINE_CALL);
    this.costs = new RoundCosts(spec.lengths().most());
    this.second = second();
  }

  /** Every K and policy to its decoder; a policy carries what it learned from text to text. */
  private Map<DraftLength, Decoder> second() {
    Map<DraftLength, Decoder> decoders = new HashMap<>();
    for (DraftLength length : spec.lengths().values()) {
      decoders.put(length, second(length));
    }
    return decoders;
  }

  private Decoder second(DraftLength length) {
    return switch (models.second()) {
      case SecondSide.DraftModel(LanguageModel draft) ->
          new SpeculativeDecoder(models.target(), new ModelDrafter(draft), policy(length));
      case SecondSide.LookedUp(int longestMatch) ->
          new SpeculativeDecoder(
              models.target(), new PromptLookupDrafter(longestMatch), policy(length));
      case SecondSide.Baseline _ -> baseline;
    };
  }

  private DraftPolicy policy(DraftLength length) {
    return DraftPolicies.of(length, costs);
  }

  /**
   * Runs to the end.
   *
   * @throws ProblemException when a model cannot read a prompt, before anything is measured
   * @throws CancellationException soon after it was cancelled
   */
  public void run() {
    Map<Prompt, int[]> ids = new LinkedHashMap<>();
    for (Prompt prompt : prompts) {
      ids.put(prompt, models.tokenizer().encode(prompt.text()));
      requireFit(prompt, ids.get(prompt));
    }
    List<PairPlan> pairs = RunPlan.pairs(spec, prompts);
    events.accept(new RunEvent.Planned(pairs));

    TokenChoices choices = new TokenChoices(spec.sampling(), pairs.size());
    warmUp(ids, choices);
    for (PairPlan pair : pairs) {
      PairSample sample = measure(pair, ids.get(pair.prompt()), choices);
      events.accept(new RunEvent.PairMeasured(sample));
    }
  }

  private void requireFit(Prompt prompt, int[] ids) {
    try {
      baseline.requireFit(ids, spec.maxNewTokens());
      for (Decoder decoder : second.values()) {
        decoder.requireFit(ids, spec.maxNewTokens());
      }
    } catch (ProblemException e) {
      throw new ProblemException(
          "Prompt " + prompt.id() + " (" + prompt.category() + ") cannot be run. " + e.getMessage(),
          e);
    }
  }

  private void warmUp(Map<Prompt, int[]> ids, TokenChoices choices) {
    List<Runnable> tasks =
        new WarmUp(models, spec, TOKENS_PER_BASELINE_CALL, costs, choices::forWarmUp)
            .tasks(ids.values());
    List<DraftLength> wholeTexts = wholeTexts();
    int total = tasks.size() + wholeTexts.size();
    for (int done = 0; done < tasks.size(); done++) {
      stopIfCancelled();
      events.accept(new RunEvent.WarmingUp(done, total));
      tasks.get(done).run();
    }
    for (int done = 0; done < wholeTexts.size(); done++) {
      events.accept(new RunEvent.WarmingUp(tasks.size() + done, total));
      untimedPair(wholeTexts.get(done), ids.get(prompts.getFirst()), choices);
    }
    events.accept(new RunEvent.WarmingUp(total, total));
  }

  /** The longest draft, and every policy: what one learns at first is no part of a measurement. */
  private List<DraftLength> wholeTexts() {
    List<DraftLength> adaptive = spec.lengths().adaptive();
    return adaptive.isEmpty() ? List.of(spec.lengths().values().getLast()) : adaptive;
  }

  /** Settles what only a whole text touches, such as the garbage of a first run. */
  private void untimedPair(DraftLength length, int[] prompt, TokenChoices choices) {
    for (Side side : Side.values()) {
      decoder(side, length).decode(prompt, limits, choices.forWarmUp(), step -> stopIfCancelled());
    }
  }

  private PairSample measure(PairPlan pair, int[] prompt, TokenChoices choices) {
    Map<Side, SideSample> sides = new EnumMap<>(Side.class);
    sides.put(pair.first(), measure(pair, pair.first(), prompt, choices));
    Side second = pair.first().other();
    sides.put(second, measure(pair, second, prompt, choices));

    SideSample alone = sides.get(Side.BASELINE);
    SideSample drafted = sides.get(Side.SPECULATIVE);
    TextComparison comparison =
        spec.sampling().isGreedy()
            ? textCheck.compare(prompt, alone.generation().ids(), drafted.generation().ids())
            : new TextComparison.NotCompared();
    return new PairSample(pair, prompt.length, alone, drafted, comparison);
  }

  private SideSample measure(PairPlan pair, Side side, int[] prompt, TokenChoices choices) {
    stopIfCancelled();
    events.accept(new RunEvent.SideStarted(pair.index(), side));
    StepReporter reporter =
        new StepReporter(
            pair.index(),
            side,
            new TextStream(models.tokenizer()),
            event -> {
              events.accept(event);
              stopIfCancelled();
            });
    Generation generation =
        decoder(side, pair.length()).decode(prompt, limits, choices.of(pair, side), reporter);
    return new SideSample(generation, models.tokenizer().decode(generation.ids()));
  }

  private Decoder decoder(Side side, DraftLength length) {
    return switch (side) {
      case BASELINE -> baseline;
      case SPECULATIVE -> second.get(length);
    };
  }

  private void stopIfCancelled() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("The run was cancelled.");
    }
  }
}
