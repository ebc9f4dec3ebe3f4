package dev.goldilocks.ui.shell;

import dev.goldilocks.runs.OrphanedJournal;
import dev.goldilocks.ui.runs.RecoveryViewModel;
import dev.goldilocks.ui.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A line for each run that did not end, with what can be done about it. */
final class RecoveryBar {

  private final RecoveryViewModel model;
  private final Texts texts;
  private final DateTimeFormatter dates;
  private final VBox box;

  /**
   * @param box takes the lines
   * @param zone in which times are shown
   */
  RecoveryBar(RecoveryViewModel model, Texts texts, ZoneId zone, VBox box) {
    this.model = model;
    this.texts = texts;
    this.dates = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
    this.box = box;
    model.orphans().subscribe(this::show);
    model.noticeProperty().subscribe(this::show);
  }

  private void show() {
    List<Node> lines = new ArrayList<>();
    model.orphans().forEach(orphan -> lines.add(line(orphan)));
    if (!model.noticeProperty().get().isEmpty()) {
      HBox line = new HBox(new Label(model.noticeProperty().get()));
      line.getStyleClass().add("notice");
      lines.add(line);
    }
    box.getChildren().setAll(lines);
    box.setManaged(!lines.isEmpty());
  }

  private HBox line(OrphanedJournal orphan) {
    Label sentence =
        new Label(
            texts.of(
                "recovery.one",
                orphan.header().name(),
                dates.format(orphan.header().createdAt())));
    Hyperlink keep = new Hyperlink(texts.of("recovery.keep"));
    keep.setOnAction(_ -> model.keep(orphan));
    Hyperlink discard = new Hyperlink(texts.of("recovery.discard"));
    discard.setOnAction(_ -> model.discard(orphan));
    HBox line = new HBox(sentence, keep, discard);
    line.getStyleClass().add("notice");
    return line;
  }
}
