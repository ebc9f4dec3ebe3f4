package dev.goldilocks.ui.shell;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.runs.OrphanedJournal;
import dev.goldilocks.ui.bench.ClosingViewModel;
import dev.goldilocks.ui.bench.UnsavedRunsViewModel;
import dev.goldilocks.ui.bench.UnstartedRunsViewModel;
import dev.goldilocks.ui.runs.RecoveryViewModel;
import dev.goldilocks.ui.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A line for each thing that happened outside of any page, with what can be done about it. */
final class Notices {

  private final ShellViewModel shell;
  private final RecoveryViewModel model;
  private final Consumer<String> showRun;
  private final Texts texts;
  private final DateTimeFormatter dates;
  private final VBox box;
  private final ClosingViewModel closing;
  private final UnstartedRunsViewModel unstarted;
  private final UnsavedRunsViewModel unsaved;
  private final ClosingLine closingLine;

  /**
   * @param unstarted runs that waited when the window was closed
   * @param unsaved runs that could not be saved
   * @param closing whether the window may close
   * @param box takes the lines
   * @param showRun shows a saved run by its id
   * @param zone in which times are shown
   */
  Notices(
      ShellViewModel shell,
      RecoveryViewModel model,
      UnstartedRunsViewModel unstarted,
      UnsavedRunsViewModel unsaved,
      ClosingViewModel closing,
      Consumer<String> showRun,
      Texts texts,
      ZoneId zone,
      VBox box) {
    this.shell = shell;
    this.model = model;
    this.unstarted = unstarted;
    this.unsaved = unsaved;
    this.closing = closing;
    this.closingLine = new ClosingLine(closing);
    this.showRun = showRun;
    this.texts = texts;
    this.dates = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
    this.box = box;
    model.orphans().subscribe(this::show);
    model.kept().subscribe(this::show);
    model.noticeProperty().subscribe(this::show);
    shell.faultProperty().subscribe(this::show);
    unstarted.runs().subscribe(this::show);
    unsaved.sentenceProperty().subscribe(this::show);
    closing.questionedProperty().subscribe(this::showQuestion);
    show();
  }

  private void showQuestion() {
    show();
    if (closing.questionedProperty().get()) {
      closingLine.focus();
    }
  }

  private void show() {
    List<Node> lines = new ArrayList<>();
    if (closing.questionedProperty().get()) {
      lines.add(closingLine.node());
    }
    shell
        .faultProperty()
        .get()
        .map(thrown -> line(texts.of("shell.fault", thrown.toString())))
        .ifPresent(lines::add);
    if (!unsaved.sentenceProperty().get().isEmpty()) {
      lines.add(unsavedLine());
    }
    model.orphans().forEach(orphan -> lines.add(line(orphan)));
    model.kept().forEach(run -> lines.add(line(run)));
    if (!unstarted.runs().isEmpty()) {
      lines.add(unstartedLine());
    }
    if (!model.noticeProperty().get().isEmpty()) {
      lines.add(recoveryLine());
    }
    box.getChildren().setAll(lines);
    box.setManaged(!lines.isEmpty());
  }

  private HBox line(OrphanedJournal orphan) {
    String sentence =
        texts.of("recovery.one", orphan.header().name(), dates.format(orphan.header().createdAt()));
    Hyperlink keep = new Hyperlink(texts.of("recovery.keep"));
    keep.setOnAction(_ -> model.keep(orphan));
    Hyperlink discard = new Hyperlink(texts.of("recovery.discard"));
    discard.setOnAction(_ -> model.discard(orphan));
    HBox line = line(sentence);
    line.getChildren().addAll(keep, discard);
    return line;
  }

  private HBox line(RunRecord run) {
    Hyperlink show = new Hyperlink(texts.of("bench.kept.show"));
    show.setOnAction(
        _ -> {
          model.dismiss(run);
          showRun.accept(run.id());
        });
    Hyperlink dismiss = new Hyperlink(texts.of("recovery.dismiss"));
    dismiss.setOnAction(_ -> model.dismiss(run));
    HBox line = line(texts.of("bench.kept.partial", run.name()));
    line.getChildren().addAll(show, dismiss);
    return line;
  }

  private HBox recoveryLine() {
    Hyperlink again = new Hyperlink(texts.of("recovery.again"));
    again.setId("lookAgain");
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.setOnAction(_ -> model.look());
    HBox line = line(model.noticeProperty().get());
    line.getChildren().add(again);
    return line;
  }

  private HBox unsavedLine() {
    Hyperlink again = new Hyperlink(texts.of("unsaved.again"));
    again.setId("saveAgain");
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.setOnAction(_ -> unsaved.saveAgain());
    HBox line = line(unsaved.sentenceProperty().get());
    line.getChildren().add(again);
    return line;
  }

  private HBox unstartedLine() {
    Hyperlink queue = new Hyperlink(texts.of("unstarted.queue"));
    queue.setId("queueUnstarted");
    queue.setOnAction(
        _ -> {
          unstarted.queue();
          shell.pageProperty().set(Page.BENCH);
        });
    Hyperlink discard = new Hyperlink(texts.of("recovery.discard"));
    discard.setId("discardUnstarted");
    discard.setOnAction(_ -> unstarted.discard());
    HBox line = line(texts.of("unstarted.offer", unstarted.runs().size(), unstarted.first()));
    line.getChildren().addAll(queue, discard);
    return line;
  }

  private static HBox line(String sentence) {
    Label label = new Label(sentence);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    HBox line = new HBox(label);
    line.getStyleClass().addAll("notice", "notice-bar");
    return line;
  }
}
