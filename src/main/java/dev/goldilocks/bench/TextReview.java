package dev.goldilocks.bench;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.Step;
import dev.goldilocks.decode.TokenProbabilities;
import dev.goldilocks.decode.TokenText;
import dev.goldilocks.decode.Tokenizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Reads the speculative texts of a run once more, after everything was measured, and tells how
 * probable both models found each token, with what the tokens' texts are. Greedy decoding writes
 * the same text at every K and in every repeat, so each text is read once, whatever the number of
 * pairs that wrote it; of texts that are drawn, those of the first repeat.
 *
 * <p>A drafted token after the first that was rejected was never judged, since the text before it
 * is another, and it has no probability here.
 */
public final class TextReview {

  private final RunSpec spec;
  private final LoadedPair models;
  private final Consumer<RunEvent> events;
  private final BooleanSupplier cancelled;

  /**
   * @param events hears a {@link RunEvent.TextReviewed} for each text, then {@link
   *     RunEvent.TokensNamed}
   * @param cancelled asked before every text; once true, texts are left unread: what was measured
   *     stands without them
   */
  public TextReview(
      RunSpec spec, LoadedPair models, Consumer<RunEvent> events, BooleanSupplier cancelled) {
    this.spec = spec;
    this.models = models;
    this.events = events;
    this.cancelled = cancelled;
  }

  /**
   * Looks into the texts of pairs.
   *
   * @param pairs in the order of measurement
   */
  public void of(List<PairSample> pairs) {
    Set<Integer> ids = new TreeSet<>();
    pairs.forEach(pair -> addIds(pair, ids));
    for (List<PairSample> alike : byText(pairs)) {
      if (cancelled.getAsBoolean()) {
        break;
      }
      if (alike.stream().anyMatch(pair -> pair.plan().repeat() == 0)) {
        TextProbabilities text = read(alike);
        text.tokens()
            .forEach(token -> token.others().forEach(candidate -> ids.add(candidate.id())));
        events.accept(new RunEvent.TextReviewed(text));
      }
    }
    Map<Integer, TokenText> texts = new TreeMap<>();
    Tokenizer tokenizer = models.tokenizer();
    ids.forEach(id -> texts.put(id, tokenizer.token(id)));
    events.accept(new RunEvent.TokensNamed(texts));
  }

  private record Written(Prompt prompt, List<Integer> ids) {}

  private static List<List<PairSample>> byText(List<PairSample> pairs) {
    Map<Written, List<PairSample>> alike = new LinkedHashMap<>();
    for (PairSample pair : pairs) {
      Written text = new Written(pair.plan().prompt(), pair.speculative().generation().ids());
      alike.computeIfAbsent(text, _ -> new ArrayList<>()).add(pair);
    }
    return List.copyOf(alike.values());
  }

  private static void addIds(PairSample pair, Set<Integer> ids) {
    ids.addAll(pair.baseline().generation().ids());
    ids.addAll(pair.speculative().generation().ids());
    for (Step step : pair.speculative().generation().steps()) {
      switch (step) {
        case Step.Round round -> ids.addAll(round.drafted());
        case Step.Plain _ -> {}
      }
    }
    switch (pair.comparison()) {
      case TextComparison.Diverged diverged ->
          diverged.logits().forEach(logit -> ids.add(logit.id()));
      case TextComparison.Identical _, TextComparison.NotCompared _ -> {}
    }
  }

  /** Reads the text that all of these pairs wrote. */
  private TextProbabilities read(List<PairSample> alike) {
    PairSample one = alike.getFirst();
    int[] prompt = models.tokenizer().encode(one.plan().prompt().text());
    int[] text =
        one.speculative().generation().ids().stream().mapToInt(Integer::intValue).toArray();
    List<Set<Integer>> candidates = judged(alike, text);
    Reading reading = new Reading(prompt, text, spec.sampling());
    Optional<LanguageModel> draft = draft();
    // The draft model is the cheaper one to ask twice: what the target prefers is known only later.
    draft.ifPresent(model -> addBest(reading.with(model, candidates), candidates));
    List<TokenProbabilities> target = reading.with(models.target(), candidates);
    addBest(target, candidates);
    Optional<List<TokenProbabilities>> drafted =
        draft.map(model -> reading.with(model, candidates));
    return new TextProbabilities(
        alike.stream().map(pair -> pair.plan().index()).toList(),
        IntStream.range(0, text.length)
            .mapToObj(
                i ->
                    token(
                        List.copyOf(candidates.get(i)),
                        target.get(i),
                        drafted.map(all -> all.get(i))))
            .toList());
  }

  private Optional<LanguageModel> draft() {
    return switch (models.second()) {
      case SecondSide.DraftModel(LanguageModel model) -> Optional.of(model);
      case SecondSide.LookedUp _, SecondSide.Baseline _ -> Optional.empty();
    };
  }

  /** For each place the token written there, then those that were rejected there. */
  private static List<Set<Integer>> judged(List<PairSample> alike, int[] text) {
    List<Set<Integer>> candidates = new ArrayList<>(text.length);
    for (int id : text) {
      candidates.add(new LinkedHashSet<>(Set.of(id)));
    }
    for (PairSample pair : alike) {
      int place = 1;
      for (Step step : pair.speculative().generation().steps()) {
        switch (step) {
          case Step.Round round -> {
            int rejected = place + round.accepted();
            if (round.accepted() < round.drafted().size() && rejected < text.length) {
              candidates.get(rejected).add(round.drafted().get(round.accepted()));
            }
          }
          case Step.Plain _ -> {}
        }
        place += step.emitted().size();
      }
    }
    return candidates;
  }

  private static void addBest(
      List<TokenProbabilities> probabilities, List<Set<Integer>> candidates) {
    for (int i = 0; i < probabilities.size(); i++) {
      candidates.get(i).add(probabilities.get(i).best());
    }
  }

  /** The target was asked about all but its own best token, which comes last if it is new. */
  private static WrittenToken token(
      List<Integer> ids, TokenProbabilities target, Optional<TokenProbabilities> draft) {
    List<TokenOdds> odds =
        IntStream.range(0, ids.size())
            .mapToObj(
                i ->
                    new TokenOdds(
                        ids.get(i),
                        ids.get(i) == target.best()
                            ? target.ofBest()
                            : target.ofCandidates().get(i),
                        draft.map(of -> of.ofCandidates().get(i)).orElse(Double.NaN)))
            .toList();
    return new WrittenToken(odds.getFirst(), odds.subList(1, odds.size()));
  }

  /** A text to be read, with what its probabilities are taken after. */
  private static final class Reading {

    private final int[] prompt;
    private final int[] text;
    private final Sampling sampling;

    Reading(int[] prompt, int[] text, Sampling sampling) {
      this.prompt = prompt;
      this.text = text;
      this.sampling = sampling;
    }

    /** What a model says of the candidates; rows are filled up to one length with the first. */
    List<TokenProbabilities> with(LanguageModel model, List<Set<Integer>> candidates) {
      int most = candidates.stream().mapToInt(Set::size).max().orElse(1);
      int[][] rows =
          candidates.stream()
              .map(
                  ids ->
                      IntStream.concat(
                              ids.stream().mapToInt(Integer::intValue),
                              IntStream.generate(() -> ids.iterator().next()))
                          .limit(most)
                          .toArray())
              .toArray(int[][]::new);
      return model.probabilities(prompt, text, rows, sampling);
    }
  }
}
