package dev.goldilocks.bench;

import dev.goldilocks.bench.TimelineToken.Fate;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a speculative text came to be, round by round.
 *
 * @param pair whose text it is
 * @param rounds the reading of the prompt with the first token, then every round in order
 * @param odds how probable both models found the tokens, an element for each token of the text;
 *     empty when nobody looked into it
 */
public record Timeline(PairSample pair, List<TimelineRound> rounds, List<WrittenToken> odds) {

  public Timeline {
    rounds = List.copyOf(rounds);
    odds = List.copyOf(odds);
  }

  /**
   * The timeline of a pair's speculative text.
   *
   * @param details of the pair's run
   */
  public static Timeline of(PairSample pair, TokenDetails details) {
    Generation text = pair.speculative().generation();
    List<TimelineRound> rounds = new ArrayList<>(text.steps().size() + 1);
    rounds.add(
        new TimelineRound(
            List.of(new TimelineToken(text.ids().getFirst(), Fate.TARGET, OptionalInt.of(0))),
            text.prefillNanos(),
            Optional.empty()));
    int position = 1;
    for (Step step : text.steps()) {
      rounds.add(
          switch (step) {
            case Step.Plain plain -> plain(plain, position);
            case Step.Round round ->
                new TimelineRound(
                    tokens(round, position), round.nanos(), Optional.of(round.time()));
          });
      position += step.emitted().size();
    }
    return new Timeline(
        pair, rounds, details.of(pair).map(TextProbabilities::tokens).orElse(List.of()));
  }

  private static TimelineRound plain(Step.Plain step, int start) {
    List<TimelineToken> tokens = new ArrayList<>();
    for (int id : step.emitted()) {
      tokens.add(new TimelineToken(id, Fate.TARGET, OptionalInt.of(start + tokens.size())));
    }
    return new TimelineRound(tokens, step.nanos(), Optional.empty());
  }

  private static List<TimelineToken> tokens(Step.Round round, int start) {
    List<TimelineToken> tokens = new ArrayList<>();
    List<Integer> drafted = round.drafted();
    List<Integer> emitted = round.emitted();
    for (int i = 0; i < drafted.size(); i++) {
      Fate fate = fate(round, i);
      OptionalInt position =
          switch (fate) {
            case ACCEPTED, REJECTED -> OptionalInt.of(start + i);
            case NOT_JUDGED, BEHIND_END, CORRECTED, BONUS, TARGET -> OptionalInt.empty();
          };
      tokens.add(new TimelineToken(drafted.get(i), fate, position));
    }
    if (emitted.size() > round.accepted()) {
      Fate own =
          drafted.isEmpty()
              ? Fate.TARGET
              : round.accepted() < drafted.size() ? Fate.CORRECTED : Fate.BONUS;
      tokens.add(
          new TimelineToken(
              emitted.get(round.accepted()), own, OptionalInt.of(start + round.accepted())));
    }
    return tokens;
  }

  private static Fate fate(Step.Round round, int drafted) {
    if (drafted < Math.min(round.accepted(), round.emitted().size())) {
      return Fate.ACCEPTED;
    }
    if (round.emitted().size() <= round.accepted()) {
      return Fate.BEHIND_END;
    }
    return drafted == round.accepted() ? Fate.REJECTED : Fate.NOT_JUDGED;
  }

  /** How probable both models found a token; empty where nobody looked, or nothing was judged. */
  public Optional<TokenOdds> oddsOf(TimelineToken token) {
    return place(token)
        .flatMap(
            place ->
                candidates(place).stream()
                    .filter(candidate -> candidate.id() == token.id())
                    .findFirst());
  }

  /** All that could have stood in a token's place, the target's most probable first. */
  public List<TokenOdds> candidatesFor(TimelineToken token) {
    return place(token)
        .map(
            place ->
                candidates(place).stream()
                    .sorted((a, b) -> Double.compare(b.target(), a.target()))
                    .toList())
        .orElse(List.of());
  }

  private Optional<WrittenToken> place(TimelineToken token) {
    return token.position().isPresent() && token.position().getAsInt() < odds.size()
        ? Optional.of(odds.get(token.position().getAsInt()))
        : Optional.empty();
  }

  private static List<TokenOdds> candidates(WrittenToken place) {
    List<TokenOdds> all = new ArrayList<>(place.others());
    all.addFirst(place.written());
    return all;
  }

  /**
   * The probability with which a drafted token is accepted, min(1, p / q) of Leviathan et al. 2023
   * (arXiv 2211.17192), algorithm 1; q is 1 where the drafter was certain, as prompt lookup is. NaN
   * where nobody looked, or the token was not drafted, or never judged.
   */
  public double acceptanceProbability(TimelineToken token) {
    return switch (token.fate()) {
      case ACCEPTED, REJECTED ->
          oddsOf(token)
              .map(odds -> odds.target() / (Double.isNaN(odds.draft()) ? 1 : odds.draft()))
              .map(ratio -> Math.min(1, ratio))
              .orElse(Double.NaN);
      case NOT_JUDGED, BEHIND_END, CORRECTED, BONUS, TARGET -> Double.NaN;
    };
  }

  /** The place of the first token that is another than the baseline's; empty when there is none. */
  public OptionalInt firstDifference() {
    return switch (pair.comparison()) {
      case TextComparison.Diverged diverged -> OptionalInt.of(diverged.position());
      case TextComparison.Identical _, TextComparison.NotCompared _ -> OptionalInt.empty();
    };
  }

  /**
   * The id that the text has at a place.
   *
   * @param position from 0 to its length - 1
   */
  public int writtenAt(int position) {
    return pair.speculative().generation().ids().get(position);
  }

  /** The round that wrote the token at a place; empty when the text is shorter. */
  public OptionalInt roundOf(int position) {
    for (int round = 0; round < rounds.size(); round++) {
      for (TimelineToken token : rounds.get(round).tokens()) {
        if (token.isWritten() && token.position().getAsInt() == position) {
          return OptionalInt.of(round);
        }
      }
    }
    return OptionalInt.empty();
  }
}
