package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.Timeline;
import dev.goldilocks.chart.ChartPng;
import dev.goldilocks.chart.TimelineColours;
import dev.goldilocks.chart.TimelineLabels;
import dev.goldilocks.chart.TimelinePicture;
import dev.goldilocks.chart.TimelineSpot;
import dev.goldilocks.chart.TimelineStrip;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUpPart;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.ui.charts.ChartPictures;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.nodes.Names;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Shows how a text came to be, round by round, and what is known of the token pointed at. */
public final class RunTimelineController {

  private static final int PICTURE_SCALE = 2;

  private final TimelineViewModel model;
  private final ChartPictures pictures;
  private final ObservableValue<ColorScheme> windowColours;
  private final Texts texts;
  private final FigureFormat figures;
  private final TimelineText words;
  private final Explanations explanations;

  @FXML private Label noTimeline;
  @FXML private VBox timelineContent;
  @FXML private ComboBox<Prompt> timelinePrompt;
  @FXML private ComboBox<DraftLength> timelineDraftTokens;
  @FXML private ComboBox<Integer> timelineRepeat;
  @FXML private Label summary;
  @FXML private Tooltip summaryWhole;
  @FXML private Label timelineProblem;
  @FXML private Label pictureDone;
  @FXML private HBox differenceBar;
  @FXML private Label difference;
  @FXML private TimelineStrip strip;
  @FXML private VBox reading;

  /**
   * @param windowColours those of the window
   */
  public RunTimelineController(
      TimelineViewModel model,
      ChartPictures pictures,
      ObservableValue<ColorScheme> windowColours,
      Texts texts,
      FigureFormat figures) {
    this.model = model;
    this.pictures = pictures;
    this.windowColours = windowColours;
    this.texts = texts;
    this.figures = figures;
    this.words = new TimelineText(texts, figures);
    this.explanations = new Explanations(texts.locale());
  }

  @FXML
  private void initialize() {
    var none =
        Bindings.createBooleanBinding(
            () -> model.shownProperty().get().isEmpty(), model.shownProperty());
    Presence.bind(noTimeline, none);
    Presence.bind(timelineContent, none.not());
    Names.set(
        timelinePrompt,
        prompt -> texts.of("timeline.choice.prompt", prompt.id(), prompt.category()));
    timelinePrompt.setItems(model.prompts());
    timelinePrompt.valueProperty().bindBidirectional(model.promptProperty());
    Names.set(timelineDraftTokens, length -> texts.of("timeline.choice.k", length.label()));
    timelineDraftTokens.setItems(model.lengths());
    timelineDraftTokens.valueProperty().bindBidirectional(model.lengthProperty());
    Names.set(
        timelineRepeat, from0 -> texts.of("timeline.choice.repeat", figures.count(from0 + 1L)));
    timelineRepeat.setItems(model.repeats());
    timelineRepeat.valueProperty().bindBidirectional(model.repeatProperty());
    Presence.bind(timelineRepeat, Bindings.size(model.repeats()).greaterThan(1));
    timelineProblem.textProperty().bind(model.problemProperty());
    explanations.explain(difference, Definition.ROUNDING);
    summaryWhole.textProperty().bind(summary.textProperty());
    List.of(timelineProblem, pictureDone).forEach(Presence::bindToText);
    Presence.bind(differenceBar, difference.textProperty().isNotEmpty());
    model.shownProperty().subscribe(this::show);
    windowColours.subscribe(this::show);
    strip.pointedProperty().subscribe(this::read);
  }

  private void show() {
    pictureDone.setText("");
    Optional<TimelineViewModel.Shown> shown = model.shownProperty().get();
    summary.setText(shown.map(one -> words.summary(one.timeline())).orElse(""));
    difference.setText(shown.map(one -> words.difference(one.run(), one.timeline())).orElse(""));
    shown.ifPresentOrElse(
        one -> strip.show(one.content(), colours(), labels(figures.locale())), strip::clear);
    read(strip.pointedProperty().get());
  }

  private TimelineColours colours() {
    return switch (windowColours.getValue()) {
      case LIGHT -> TimelineColours.light();
      case DARK -> TimelineColours.dark();
    };
  }

  private TimelineLabels labels(Locale locale) {
    return words.labels(locale);
  }

  @FXML
  private void showDifference() {
    model
        .shownProperty()
        .get()
        .map(TimelineViewModel.Shown::timeline)
        .ifPresent(this::pointAtDifference);
  }

  private void pointAtDifference(Timeline timeline) {
    timeline.firstDifference().stream()
        .mapToObj(position -> spot(timeline, position))
        .flatMap(Optional::stream)
        .forEach(
            spot -> {
              strip.pointAt(spot);
              strip.requestFocus();
            });
  }

  private static Optional<TimelineSpot> spot(Timeline timeline, int position) {
    OptionalInt round = timeline.roundOf(position);
    if (round.isEmpty()) {
      return Optional.empty();
    }
    var tokens = timeline.rounds().get(round.getAsInt()).tokens();
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.get(token).isWritten() && tokens.get(token).position().getAsInt() == position) {
        return Optional.of(new TimelineSpot(round.getAsInt(), token));
      }
    }
    return Optional.empty();
  }

  // ---- what is told of a token

  private void read(Optional<TimelineSpot> pointed) {
    Optional<TimelineViewModel.Shown> shown = model.shownProperty().get();
    if (shown.isEmpty()) {
      reading.getChildren().clear();
      return;
    }
    Timeline timeline = shown.get().timeline();
    Optional<TokenReading> told =
        pointed.map(spot -> words.reading(shown.get().run(), timeline, spot));
    reading.getChildren().setAll(told.map(this::nodes).orElseGet(() -> overview(shown.get())));
    strip.setAccessibleText(
        told.map(TokenReading::spoken).orElseGet(() -> words.summary(timeline)));
  }

  private List<Node> overview(TimelineViewModel.Shown shown) {
    return Stream.of(words.withoutOdds(shown.run(), shown.timeline()), texts.of("timeline.hint"))
        .filter(sentence -> !sentence.isEmpty())
        .map(sentence -> (Node) wrapped(sentence, "detail"))
        .toList();
  }

  private List<Node> nodes(TokenReading told) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(wrapped(told.token(), "reading-token"));
    nodes.add(wrapped(told.fate(), "detail"));
    nodes.add(wrapped(told.place(), "legend"));
    if (!told.candidates().isEmpty()) {
      nodes.add(candidates(told.candidates()));
    }
    if (!told.acceptance().isEmpty()) {
      Label acceptance = wrapped(told.acceptance(), "detail");
      explanations.explain(acceptance, Definition.ACCEPTANCE_PROBABILITY);
      nodes.add(acceptance);
    }
    Label round = wrapped(told.round(), "table-head");
    explanations.explain(round, Definition.ROUND, Definition.ROUND_TIME);
    nodes.add(round);
    if (!told.parts().isEmpty()) {
      Label parts = wrapped(parts(told.parts()), "detail");
      explanations.explain(
          parts,
          Definition.DRAFT_TIME,
          Definition.VERIFY_TIME,
          Definition.ACCEPTANCE_TIME,
          Definition.HOST_TIME,
          Definition.RESIDUAL_TIME);
      nodes.add(parts);
    }
    return nodes;
  }

  private Node candidates(List<TokenReading.Candidate> candidates) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("reading-grid");
    Label target = number(texts.of("timeline.candidate.target"), "legend");
    Label draft = number(texts.of("timeline.candidate.draft"), "legend");
    explanations.explain(target, Definition.TOKEN_PROBABILITY);
    explanations.explain(draft, Definition.TOKEN_PROBABILITY);
    grid.addRow(0, label(texts.of("timeline.candidate"), "legend"), target, draft);
    for (int row = 0; row < candidates.size(); row++) {
      TokenReading.Candidate candidate = candidates.get(row);
      String style = candidate.isPointed() ? "reading-pointed" : "detail";
      Label token = label(candidate.token(), style);
      token.getStyleClass().add("written");
      token.setMaxWidth(120);
      grid.addRow(
          row + 1, token, number(candidate.target(), style), number(candidate.draft(), style));
    }
    return grid;
  }

  private static String parts(List<TokenReading.Part> parts) {
    return parts.stream()
        .map(part -> part.name() + " " + part.milliseconds())
        .collect(Collectors.joining(", "));
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }

  private static Label number(String text, String style) {
    Label label = label(text, style);
    label.getStyleClass().add("reading-number");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }

  private static Label wrapped(String text, String style) {
    Label label = label(text, style);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  // ---- picture

  @FXML
  private void savePicture() {
    model
        .shownProperty()
        .get()
        .ifPresent(
            shown ->
                pictures.save(
                    strip.getScene().getWindow(),
                    picture(shown),
                    texts.of("timeline.file"),
                    file -> pictureDone.setText(texts.of("picture.saved", file.toString())),
                    pictureDone::setText));
  }

  @FXML
  private void copyPicture() {
    model
        .shownProperty()
        .get()
        .ifPresent(
            shown -> {
              ChartPictures.copy(picture(shown));
              pictureDone.setText(texts.of("picture.copied"));
            });
  }

  /** Figures in a picture are the same in every locale. */
  private Image picture(TimelineViewModel.Shown shown) {
    TimelineText inFile = new TimelineText(texts, new FigureFormat(Locale.ROOT));
    TimelineLabels labels = inFile.labels(Locale.ROOT);
    Timeline timeline = shown.timeline();
    RunSummary run = RunSummary.of(shown.run());
    SetUpText setUps = new SetUpText(Locale.ROOT);
    int count = timeline.rounds().size();
    List<String> notes =
        Stream.of(
                inFile.difference(shown.run(), timeline),
                count > TimelinePicture.MOST_ROUNDS
                    ? texts.of("timeline.picture.cut", TimelinePicture.MOST_ROUNDS - 1, count - 1)
                    : "",
                Stream.of(SetUpPart.TARGET, SetUpPart.DRAFT, SetUpPart.DEVICE)
                    .map(part -> setUps.value(part, run))
                    .collect(Collectors.joining("; ")))
            .filter(note -> !note.isEmpty())
            .toList();
    TimelinePicture.Frame frame =
        new TimelinePicture.Frame(
            texts.of(
                "timeline.picture.title",
                timeline.pair().plan().prompt().id(),
                timeline.pair().plan().length().label()),
            run.name() + ". " + inFile.summary(timeline),
            notes);
    return ChartPng.render(
        TimelinePicture.of(shown.content(), frame, colours(), labels),
        TimelinePicture.width(shown.content()),
        PICTURE_SCALE);
  }
}
