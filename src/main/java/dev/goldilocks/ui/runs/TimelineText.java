package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.LedgerPart;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.Rounding;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.TextComparison;
import dev.goldilocks.bench.Timeline;
import dev.goldilocks.bench.TimelineRound;
import dev.goldilocks.bench.TimelineToken;
import dev.goldilocks.bench.TokenLogit;
import dev.goldilocks.bench.TokenOdds;
import dev.goldilocks.chart.TimelineLabels;
import dev.goldilocks.chart.TimelineSpot;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.TokenText;
import dev.goldilocks.runs.LedgerText;
import dev.goldilocks.runs.TokenLabel;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a timeline, its texts and its tokens. */
final class TimelineText {

  private final Texts texts;
  private final FigureFormat figures;
  private final LedgerText ledgers;

  TimelineText(Texts texts, FigureFormat figures) {
    this.texts = texts;
    this.figures = figures;
    this.ledgers = new LedgerText(texts.locale());
  }

  /** The words in the drawing. */
  TimelineLabels labels(Locale locale) {
    return new TimelineLabels(
        texts.of("timeline.round"),
        texts.of("timeline.time"),
        texts.of("timeline.prompt"),
        texts.of("timeline.draft"),
        texts.of("timeline.verify"),
        texts.of("timeline.other"),
        texts.of("timeline.difference"),
        Arrays.stream(TimelineToken.Fate.values())
            .collect(Collectors.toMap(fate -> fate, fate -> texts.of(key(fate)))),
        locale);
  }

  private static String key(TimelineToken.Fate fate) {
    return "timeline.fate." + fate.name().toLowerCase(Locale.ROOT);
  }

  /** How many rounds and tokens, in what time, and whether the baseline wrote the same. */
  String summary(Timeline timeline) {
    PairSample pair = timeline.pair();
    Generation text = pair.speculative().generation();
    String counts =
        texts.of(
            "timeline.summary",
            timeline.rounds().size() - 1,
            text.ids().size() - 1,
            figures.number(text.decodeNanos() / 1e6));
    return switch (pair.comparison()) {
      case TextComparison.Identical _ -> counts + " " + texts.of("timeline.same");
      case TextComparison.NotCompared _ -> counts + " " + texts.of("timeline.sampled");
      case TextComparison.Diverged _ -> counts;
    };
  }

  /** Where the two texts part and whether rounding explains it; empty when they do not. */
  String difference(RunRecord run, Timeline timeline) {
    return switch (timeline.pair().comparison()) {
      case TextComparison.Diverged diverged -> difference(run, timeline.pair(), diverged);
      case TextComparison.Identical _, TextComparison.NotCompared _ -> "";
    };
  }

  private String difference(RunRecord run, PairSample pair, TextComparison.Diverged diverged) {
    String where =
        texts.of(
            "timeline.parts",
            diverged.position() + 1,
            written(run, pair.baseline().generation(), diverged.position()),
            written(run, pair.speculative().generation(), diverged.position()));
    String logits =
        diverged.logits().size() < 2
            ? texts.of("timeline.gap", figures.number(diverged.logitGap()))
            : texts.of(
                "timeline.logits",
                logit(run, diverged.logits().get(0)),
                logit(run, diverged.logits().get(1)),
                figures.number(diverged.logitGap()));
    String tolerance = figures.number(Rounding.tolerance(diverged, run.target()));
    String precision = run.target().precision().label();
    String why =
        switch (Rounding.of(diverged, run.target())) {
          case NEAR_TIE -> texts.of("timeline.rounding", precision, tolerance);
          case BUG -> texts.of("timeline.bug", precision, tolerance);
          case UNKNOWN -> texts.of("timeline.rounding.unknown");
        };
    return String.join(" ", where, logits, why);
  }

  private String written(RunRecord run, Generation text, int position) {
    return position < text.ids().size()
        ? texts.of("timeline.quoted", label(run, text.ids().get(position)))
        : texts.of("timeline.nothing");
  }

  private String logit(RunRecord run, TokenLogit logit) {
    return texts.of("timeline.logit", figures.number(logit.logit()), label(run, logit.id()));
  }

  /** Why a timeline has no probabilities; empty when it has. */
  String withoutOdds(RunRecord run, Timeline timeline) {
    if (!timeline.odds().isEmpty()) {
      return "";
    }
    boolean isDrawnAgain =
        run.spec() instanceof RunSpec spec
            && !spec.sampling().isGreedy()
            && timeline.pair().plan().repeat() > 0;
    if (isDrawnAgain && !run.tokens().probabilities().isEmpty()) {
      return texts.of("timeline.no.odds.repeat");
    }
    return switch (run.provenance()) {
      case CANCELLED, RECOVERED -> texts.of("timeline.no.odds.recovered");
      case MEASURED, REPORTED, TIMING_ONLY -> texts.of("timeline.no.odds.older");
    };
  }

  /** What is told of one token. */
  TokenReading reading(RunRecord run, Timeline timeline, TimelineSpot spot) {
    TimelineRound round = timeline.rounds().get(spot.round());
    TimelineToken token = round.tokens().get(spot.token());
    return new TokenReading(
        label(run, token.id()),
        TokenLabel.spoken(token.id(), text(run, token.id())),
        texts.of(key(token.fate()) + ".means"),
        place(token),
        timeline.candidatesFor(token).stream()
            .map(odds -> candidate(run, odds, token.id()))
            .toList(),
        acceptance(run, timeline, token),
        spot.round() == 0
            ? texts.of("timeline.reading.prompt", milliseconds(round.nanos()))
            : texts.of(
                "timeline.reading.round",
                spot.round(),
                round.tokens().stream()
                    .filter(one -> one.fate() == TimelineToken.Fate.ACCEPTED)
                    .count(),
                round.tokens().stream().filter(TimelineText::isDrafted).count(),
                milliseconds(round.nanos())),
        round.parts().map(this::parts).orElse(List.of()));
  }

  private static boolean isDrafted(TimelineToken token) {
    return switch (token.fate()) {
      case ACCEPTED, REJECTED, NOT_JUDGED, BEHIND_END -> true;
      case CORRECTED, BONUS, TARGET -> false;
    };
  }

  private String place(TimelineToken token) {
    return token.position().isPresent()
        ? texts.of("timeline.place", token.position().getAsInt() + 1, Integer.toString(token.id()))
        : texts.of("timeline.id", Integer.toString(token.id()));
  }

  private TokenReading.Candidate candidate(RunRecord run, TokenOdds odds, int pointed) {
    return new TokenReading.Candidate(
        label(run, odds.id()),
        figures.percent(odds.target()),
        figures.percent(odds.draft()),
        odds.id() == pointed);
  }

  private String acceptance(RunRecord run, Timeline timeline, TimelineToken token) {
    String missing = withoutOdds(run, timeline);
    return switch (token.fate()) {
      case ACCEPTED, REJECTED ->
          isGreedy(run)
              ? greedyAcceptance(run, timeline, token)
              : missing.isEmpty()
                  ? texts.of(
                      "timeline.acceptance", figures.percent(timeline.acceptanceProbability(token)))
                  : missing;
      case NOT_JUDGED -> texts.of("timeline.acceptance.not.judged");
      case BEHIND_END -> texts.of("timeline.acceptance.behind.end");
      case CORRECTED, BONUS, TARGET -> missing;
    };
  }

  /**
   * Greedy decoding compares ids, which says what the target chose in the round itself. The
   * probabilities are those of another pass, which may round otherwise.
   */
  private String greedyAcceptance(RunRecord run, Timeline timeline, TimelineToken token) {
    String why =
        switch (token.fate()) {
          case ACCEPTED -> texts.of("timeline.acceptance.greedy.same");
          case REJECTED ->
              texts.of(
                  "timeline.acceptance.greedy.other",
                  label(run, timeline.writtenAt(token.position().orElseThrow())));
          case NOT_JUDGED, BEHIND_END, CORRECTED, BONUS, TARGET -> "";
        };
    return Stream.of(why, readAgain(run, timeline, token), withoutOdds(run, timeline))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** That another token is at least as probable as the one that was written; usually empty. */
  private String readAgain(RunRecord run, Timeline timeline, TimelineToken token) {
    int written = timeline.writtenAt(token.position().orElseThrow());
    List<TokenOdds> candidates = timeline.candidatesFor(token);
    return candidates.stream()
        .filter(odds -> odds.id() == written)
        .flatMap(
            chosen ->
                candidates.stream()
                    .filter(odds -> odds.id() != written && odds.target() >= chosen.target()))
        .findFirst()
        .map(other -> texts.of("timeline.acceptance.greedy.again", label(run, other.id())))
        .orElse("");
  }

  private static boolean isGreedy(RunRecord run) {
    return run.spec() instanceof RunSpec spec && spec.sampling().isGreedy();
  }

  private List<TokenReading.Part> parts(RoundTime time) {
    List<TokenReading.Part> parts = new ArrayList<>();
    parts.add(part(LedgerPart.DRAFT, time.draftNanos()));
    parts.add(part(LedgerPart.VERIFY, time.verifyNanos()));
    time.acceptanceNanos().ifPresent(nanos -> parts.add(part(LedgerPart.ACCEPTANCE, nanos)));
    parts.add(part(LedgerPart.HOST, time.hostNanos()));
    parts.add(part(LedgerPart.RESIDUAL, time.residualNanos()));
    return parts;
  }

  private TokenReading.Part part(LedgerPart part, long nanos) {
    return new TokenReading.Part(ledgers.name(part), milliseconds(nanos));
  }

  private String milliseconds(long nanos) {
    return texts.of("timeline.ms", figures.number(nanos / 1e6));
  }

  private static String label(RunRecord run, int id) {
    return TokenLabel.whole(id, text(run, id));
  }

  private static Optional<TokenText> text(RunRecord run, int id) {
    return Optional.ofNullable(run.tokens().texts().get(id));
  }
}
