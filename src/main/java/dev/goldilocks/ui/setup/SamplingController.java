package dev.goldilocks.ui.setup;

import atlantafx.base.theme.Styles;
import dev.goldilocks.ui.nodes.Presence;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;

/** Binds the part of the set-up that says how tokens are chosen. */
public final class SamplingController {

  private final SamplingViewModel sampling;

  @FXML private ToggleButton samplingToggle;
  @FXML private Label samplingSummary;
  @FXML private GridPane samplingFields;
  @FXML private Label temperatureCaption;
  @FXML private TextField temperature;
  @FXML private Label temperatureProblem;
  @FXML private Label seedCaption;
  @FXML private TextField seed;
  @FXML private Label seedProblem;
  @FXML private Label topKCaption;
  @FXML private TextField topK;
  @FXML private Label topKProblem;
  @FXML private Label topPCaption;
  @FXML private TextField topP;
  @FXML private Label topPProblem;

  public SamplingController(SamplingViewModel sampling) {
    this.sampling = sampling;
  }

  @FXML
  private void initialize() {
    Presence.bind(samplingFields, samplingToggle.selectedProperty());
    samplingSummary.textProperty().bind(sampling.summaryProperty());
    bind(sampling.temperature(), temperatureCaption, temperature, temperatureProblem);
    bind(sampling.seed(), seedCaption, seed, seedProblem);
    bind(sampling.topK(), topKCaption, topK, topKProblem);
    bind(sampling.topP(), topPCaption, topP, topPProblem);
    topK.disableProperty().bind(sampling.greedyProperty());
    topP.disableProperty().bind(sampling.greedyProperty());
  }

  private static void bind(EnteredNumber number, Label caption, TextField field, Label problem) {
    field.textProperty().bindBidirectional(number.textProperty());
    caption.setLabelFor(field);
    field.accessibleTextProperty().bind(caption.textProperty());
    field.accessibleHelpProperty().bind(number.problemProperty());
    problem.textProperty().bind(number.problemProperty());
    Presence.bindToText(problem);
    number
        .problemProperty()
        .subscribe(
            sentence -> field.pseudoClassStateChanged(Styles.STATE_DANGER, !sentence.isEmpty()));
  }
}
