package dev.goldilocks.ui.live;

import dev.goldilocks.bench.Bootstrap;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Interpretation;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.TextPiece;
import dev.goldilocks.chart.LiveBars;
import dev.goldilocks.chart.LiveIntervals;
import dev.goldilocks.chart.LiveLedger;
import dev.goldilocks.chart.LiveLines;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.nodes.Names;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.nodes.Repainting;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.MeasuredFigures;
import dev.goldilocks.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds the live view. */
public final class LiveController {

  private static final PseudoClass FASTER = PseudoClass.getPseudoClass("faster");
  private static final PseudoClass SLOWER = PseudoClass.getPseudoClass("slower");

  /** Kept free for the two sentences, so that the charts stay where they are when they come. */
  private static final double TWO_LINES = 36;

  private static final double THREE_LINES = 48;

  /** Width in pixels from which each of the sentences fits a line. */
  private static final double ROOM = 760;

  private final LiveViewModel live;
  private final Texts texts;
  private final FigureFormat figures;

  @FXML private Label baselineCaption;
  @FXML private Label speculativeCaption;
  @FXML private Label acceptanceCaption;
  @FXML private Label lengthCaption;
  @FXML private Label losslessCaption;
  @FXML private Label ratesTitle;
  @FXML private Label positionsTitle;
  @FXML private Label acceptanceTitle;
  @FXML private Label memoryTitle;
  @FXML private Label speedupsTitle;
  @FXML private VBox empty;
  @FXML private ScrollPane content;
  @FXML private HBox failure;
  @FXML private Label failureText;
  @FXML private VBox verdict;
  @FXML private Label speedup;
  @FXML private Label interval;
  @FXML private Label pairs;
  @FXML private VBox words;
  @FXML private Label sentence;
  @FXML private Label flip;
  @FXML private ComboBox<Optional<DraftLength>> draftTokens;
  @FXML private Label baseline;
  @FXML private Label speculative;
  @FXML private Label acceptance;
  @FXML private Label acceptanceLength;
  @FXML private Label lossless;
  @FXML private Label speculativeNow;
  @FXML private Label baselineNow;
  @FXML private LiveLines rates;
  @FXML private Label positionsOf;
  @FXML private LiveBars positions;
  @FXML private Label acceptanceNow;
  @FXML private LiveLines acceptanceOverTime;
  @FXML private Label memoryNow;
  @FXML private LiveLines memory;
  @FXML private LiveIntervals speedups;
  @FXML private Label ledgerOf;
  @FXML private LiveLedger ledger;
  @FXML private Label textOf;
  @FXML private ScrollPane textScroll;
  @FXML private VBox text;
  @FXML private Label noText;

  public LiveController(LiveViewModel live, Texts texts, FigureFormat figures) {
    this.live = live;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  private void initialize() {
    explain();
    BooleanBinding nothing = live.stateProperty().isEqualTo(LiveState.EMPTY);
    Presence.bind(empty, nothing);
    Presence.bind(content, nothing.not());
    Repainting.onlyWhatChanged(content);
    Repainting.onlyWhatChanged(textScroll);
    Presence.bind(failure, live.stateProperty().isEqualTo(LiveState.FAILED));
    failureText.textProperty().bind(live.messageProperty());
    bindVerdict();
    bindCharts();
    bindLedger();
    bindText();
  }

  private void explain() {
    Explanations explanations = new Explanations(texts.locale());
    explanations.explain(speedup, Definition.SPEEDUP);
    explanations.explain(interval, Definition.INTERVAL);
    explanations.explain(baselineCaption, Definition.TOKENS_PER_SECOND);
    explanations.explain(speculativeCaption, Definition.TOKENS_PER_SECOND);
    explanations.explain(acceptanceCaption, Definition.ACCEPTANCE_RATE);
    explanations.explain(lengthCaption, Definition.ACCEPTANCE_LENGTH);
    explanations.explain(losslessCaption, Definition.SAME_TEXT);
    explanations.explain(ratesTitle, Definition.TOKENS_PER_SECOND);
    explanations.explain(positionsTitle, Definition.ACCEPTANCE_BY_POSITION);
    explanations.explain(acceptanceTitle, Definition.ACCEPTANCE_RATE);
    explanations.explain(memoryTitle, Definition.MEMORY);
    explanations.explain(
        speedupsTitle, Definition.SPEEDUP, Definition.INTERVAL, Definition.DRAFT_TOKENS);
  }

  private void bindVerdict() {
    VerdictViewModel model = live.verdict();
    speedup.textProperty().bind(model.speedupProperty());
    interval.textProperty().bind(model.intervalProperty());
    sentence
        .textProperty()
        .bind(
            Bindings.when(model.sentenceProperty().isEmpty())
                .then(live.messageProperty())
                .otherwise(model.sentenceProperty()));
    pairs.textProperty().bind(model.pairsProperty());
    flip.textProperty().bind(model.flipProperty());
    baseline.textProperty().bind(model.baselineProperty());
    speculative.textProperty().bind(model.speculativeProperty());
    acceptance.textProperty().bind(model.acceptanceProperty());
    acceptanceLength.textProperty().bind(model.acceptanceLengthProperty());
    lossless.textProperty().bind(model.losslessProperty());
    FigureHints hints = new FigureHints(model.shownProperty(), texts, figures);
    hints.hint(baseline, MeasuredFigures::baseline);
    hints.hint(speculative, MeasuredFigures::speculative);
    hints.hint(acceptance, MeasuredFigures::acceptanceRate);
    hints.hint(acceptanceLength, MeasuredFigures::acceptanceLength);
    Presence.bindToText(interval);
    Presence.bindToText(flip);
    // The failure already says why there are no figures.
    Presence.bind(
        verdict,
        model
            .sentenceProperty()
            .isNotEmpty()
            .or(live.stateProperty().isNotEqualTo(LiveState.FAILED)));
    words
        .minHeightProperty()
        .bind(
            Bindings.when(words.widthProperty().lessThan(ROOM))
                .then(THREE_LINES)
                .otherwise(TWO_LINES));
    model
        .interpretationProperty()
        .subscribe(
            interpretation -> {
              verdict.pseudoClassStateChanged(FASTER, interpretation == Interpretation.FASTER);
              verdict.pseudoClassStateChanged(SLOWER, interpretation == Interpretation.SLOWER);
            });
    bindDraftTokens(model);
  }

  private void bindDraftTokens(VerdictViewModel model) {
    draftTokens.setAccessibleText(texts.of("verdict.k.pick"));
    Names.set(
        draftTokens,
        k ->
            k.map(picked -> texts.of("verdict.k", picked.shortLabel()))
                .orElseGet(() -> texts.of("verdict.k.fastest")));
    Presence.bind(
        draftTokens,
        Bindings.createBooleanBinding(
            () -> model.resultsProperty().size() > 1, model.resultsProperty()));
    model.resultsProperty().subscribe(() -> listDraftTokens(model.resultsProperty()));
    listDraftTokens(model.resultsProperty());
    draftTokens.valueProperty().bindBidirectional(model.pickedProperty());
  }

  private void listDraftTokens(List<RunResult> results) {
    List<Optional<DraftLength>> items = new ArrayList<>();
    items.add(Optional.empty());
    results.forEach(result -> items.add(result.length()));
    if (!draftTokens.getItems().equals(items)) {
      draftTokens.getItems().setAll(items);
    }
  }

  private void bindCharts() {
    rates.setTexts(figures::number, figures::tick, this::time);
    acceptanceOverTime.setTexts(figures::percent, figures::percentTick, this::time);
    memory.setTexts(this::bytes, this::bytes, this::time);
    positions.setTexts(
        figures::wholePercent,
        (position, share) ->
            texts.of("live.positions.read", figures.count(position), figures.percent(share)));
    speedups.setTexts(figures::tick, this::speedup);
    acceptanceOverTime.momentProperty().bindBidirectional(rates.momentProperty());
    memory.momentProperty().bindBidirectional(rates.momentProperty());
    String waiting = texts.of("live.waiting");
    List.of(rates, acceptanceOverTime, memory, positions, speedups, ledger)
        .forEach(chart -> chart.setEmptyText(waiting));
    live.ratesProperty().subscribe(rates::setSeries);
    live.acceptanceProperty().subscribe(acceptanceOverTime::setSeries);
    live.memoryProperty().subscribe(memory::setSeries);
    live.milestonesProperty().subscribe(memory::setMarks);
    live.positionsProperty().subscribe(positions::setShares);
    live.speedupsProperty().subscribe(this::showSpeedups);
    speculativeNow.textProperty().bind(live.speculativeNowProperty());
    baselineNow.textProperty().bind(live.baselineNowProperty());
    acceptanceNow.textProperty().bind(live.acceptanceNowProperty());
    memoryNow.textProperty().bind(live.memoryNowProperty());
    positionsOf.textProperty().bind(live.positionsOfProperty());
    rates.setAccessibleText(texts.of("live.rates.title"));
    acceptanceOverTime.setAccessibleText(texts.of("live.acceptance.title"));
    memory.setAccessibleText(texts.of("live.memory.title"));
    positions.setAccessibleText(texts.of("live.positions.title"));
  }

  private void showSpeedups(SpeedupChart chart) {
    String title =
        texts.of(
            switch (chart.across()) {
              case DRAFT_LENGTHS -> "live.speedups.title";
              case CATEGORIES -> "live.speedups.categories";
            });
    speedupsTitle.setText(title);
    speedups.setAccessibleText(title);
    speedups.show(chart.entries(), chart.marked());
  }

  private void bindLedger() {
    new LedgerWords(texts, figures).label(ledger, ledgerOf);
    ledgerOf.textProperty().bind(live.ledgerOfProperty());
    live.ledgerProperty().subscribe(ledger::setLedger);
  }

  private void bindText() {
    WrittenText written = new WrittenText(text);
    live.textProperty().subscribe((List<TextPiece> pieces) -> written.show(pieces));
    text.heightProperty().subscribe(() -> textScroll.setVvalue(textScroll.getVmax()));
    Presence.bind(noText, Bindings.isEmpty(text.getChildren()));
    textOf.textProperty().bind(live.textOfProperty());
  }

  private String speedup(LiveIntervals.Entry entry) {
    return texts.of(
        "live.speedups.read",
        switch (live.speedupsProperty().get().across()) {
          case DRAFT_LENGTHS -> texts.of("verdict.k", entry.name());
          case CATEGORIES -> entry.name();
        },
        figures.ratio(entry.value()),
        Double.isFinite(entry.low()) && Double.isFinite(entry.high())
            ? texts.of(
                "live.speedups.ends", figures.number(entry.low()), figures.number(entry.high()))
            : texts.of("live.speedups.few", Bootstrap.FEWEST_UNITS));
  }

  private String bytes(double bytes) {
    return figures.bytes((long) bytes);
  }

  private String time(double millis) {
    return figures.duration((long) millis);
  }
}
