package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.RoundLedger;
import dev.goldilocks.chart.LiveLedger;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.ui.live.FigureHints;
import dev.goldilocks.ui.live.LedgerWords;
import dev.goldilocks.ui.live.VerdictViewModel;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.MeasuredFigures;
import dev.goldilocks.ui.text.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** Binds what the figures of a kept run mean, at the K that is picked among them. */
public final class FindingsController {

  private final VerdictViewModel verdict;
  private final Texts texts;
  private final LedgerWords words;
  private final FigureHints hints;

  @FXML private Label sentence;
  @FXML private Label flip;
  @FXML private Label alphaCaption;
  @FXML private Label alpha;
  @FXML private Label baselineFirstCaption;
  @FXML private Label baselineFirst;
  @FXML private Label speculativeFirstCaption;
  @FXML private Label speculativeFirst;
  @FXML private Label sameTextsCaption;
  @FXML private Label sameTexts;
  @FXML private Label machineDriftCaption;
  @FXML private Label machineDrift;
  @FXML private Label speedupDriftCaption;
  @FXML private Label speedupDrift;
  @FXML private Label stepSpreadCaption;
  @FXML private Label stepSpread;
  @FXML private StackPane round;
  @FXML private LiveLedger roundTime;
  @FXML private Label roundOf;

  public FindingsController(VerdictViewModel verdict, Texts texts, FigureFormat figures) {
    this.verdict = verdict;
    this.texts = texts;
    words = new LedgerWords(texts, figures);
    hints = new FigureHints(verdict.shownProperty(), texts, figures);
  }

  @FXML
  private void initialize() {
    sentence.textProperty().bind(verdict.sentenceProperty());
    flip.textProperty().bind(verdict.flipProperty());
    Presence.bindToText(sentence);
    Presence.bindToText(flip);
    alpha.textProperty().bind(verdict.alphaProperty());
    baselineFirst.textProperty().bind(verdict.baselineFirstProperty());
    speculativeFirst.textProperty().bind(verdict.speculativeFirstProperty());
    sameTexts.textProperty().bind(verdict.losslessProperty());
    machineDrift.textProperty().bind(verdict.machineDriftProperty());
    speedupDrift.textProperty().bind(verdict.speedupDriftProperty());
    stepSpread.textProperty().bind(verdict.stepSpreadProperty());
    hints.hint(alpha, MeasuredFigures::alpha);
    hints.hint(baselineFirst, MeasuredFigures::baselineFirst);
    hints.hint(speculativeFirst, MeasuredFigures::speculativeFirst);
    words.label(roundTime, roundOf);
    verdict.roundProperty().subscribe(this::show);
    Presence.bind(
        round,
        Bindings.createBooleanBinding(
            () -> verdict.roundProperty().get().isPresent(), verdict.roundProperty()));
    explain();
  }

  private void explain() {
    Explanations explanations = new Explanations(texts.locale());
    explanations.explain(alphaCaption, Definition.ALPHA);
    explanations.explain(baselineFirstCaption, Definition.FIRST_TOKEN);
    explanations.explain(speculativeFirstCaption, Definition.FIRST_TOKEN);
    explanations.explain(sameTextsCaption, Definition.SAME_TEXT);
    explanations.explain(machineDriftCaption, Definition.DRIFT);
    explanations.explain(speedupDriftCaption, Definition.DRIFT);
    explanations.explain(stepSpreadCaption, Definition.STEP_SPREAD);
  }

  private void show(Optional<RoundLedger> shown) {
    roundTime.setLedger(shown.map(RoundLedger::ledger).orElse(Ledger.UNKNOWN));
    roundOf.setText(words.title(shown));
  }
}
