package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.Prompt;
import dev.goldilocks.ui.nodes.Dropdown;
import dev.goldilocks.ui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The prompts that a run would take, each with its whole text. */
final class PromptPreview {

  private static final double LIST_WIDTH = 184;
  private static final double TEXT_WIDTH = 440;
  private static final double HEIGHT = 320;

  private final Label title = new Label();
  private final ListView<Prompt> list = new ListView<>();
  private final TextArea text = new TextArea();
  private final Dropdown dropdown;

  PromptPreview(PromptsViewModel prompts, Texts texts) {
    list.setId("previewList");
    text.setId("previewText");
    title.getStyleClass().add("chart-title");
    title
        .textProperty()
        .bind(
            prompts
                .takenProperty()
                .sizeProperty()
                .map(count -> texts.of("setup.preview.title", count.intValue())));
    list.setItems(prompts.takenProperty());
    list.getStyleClass().add("dense");
    list.setCellFactory(_ -> new PromptCell(texts));
    list.setPrefSize(LIST_WIDTH, HEIGHT);
    list.setMinWidth(LIST_WIDTH);
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefSize(TEXT_WIDTH, HEIGHT);
    text.getStyleClass().add("prompt-text");
    text.setAccessibleText(texts.of("setup.preview.text"));
    text.textProperty()
        .bind(list.getSelectionModel().selectedItemProperty().map(Prompt::text).orElse(""));
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox body = new HBox(list, text);
    body.getStyleClass().add("preview-body");
    dropdown = new Dropdown(new VBox(title, body));
  }

  /** Shows it below a button. */
  void showBelow(Button anchor) {
    if (list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
    dropdown.showBelow(anchor, list);
  }

  private static final class PromptCell extends ListCell<Prompt> {

    private final Texts texts;

    PromptCell(Texts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(Prompt prompt, boolean empty) {
      super.updateItem(prompt, empty);
      setText(
          empty || prompt == null
              ? null
              : texts.of("setup.preview.prompt", prompt.id(), prompt.category()));
    }
  }
}
