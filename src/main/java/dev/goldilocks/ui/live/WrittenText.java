package dev.goldilocks.ui.live;

import dev.goldilocks.bench.TextPiece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Shows a text as it grows, each piece in the style of its origin. Each line is a flow of its own
 * and only lines that changed are laid out again: a text grows at its end.
 */
final class WrittenText {

  private static final String TAB = "    ";

  private final VBox box;
  private List<List<TextPiece>> shown = List.of();

  WrittenText(VBox box) {
    this.box = box;
  }

  void show(List<TextPiece> pieces) {
    List<List<TextPiece>> lines = lines(pieces);
    ObservableList<Node> flows = box.getChildren();
    if (flows.size() > lines.size()) {
      flows.remove(lines.size(), flows.size());
    }
    for (int index = 0; index < lines.size(); index++) {
      List<TextPiece> line = lines.get(index);
      if (index >= flows.size()) {
        flows.add(flow(line));
      } else if (index >= shown.size() || !shown.get(index).equals(line)) {
        flows.set(index, flow(line));
      }
    }
    shown = lines;
  }

  /** Breaks pieces at line ends; neighbours of one origin become one piece. */
  static List<List<TextPiece>> lines(List<TextPiece> pieces) {
    List<List<TextPiece>> lines = new ArrayList<>();
    List<TextPiece> line = new ArrayList<>();
    for (TextPiece piece : pieces) {
      String[] parts = piece.text().replace("\t", TAB).replace("\r", "").split("\n", -1);
      for (int part = 0; part < parts.length; part++) {
        if (part > 0) {
          lines.add(List.copyOf(line));
          line.clear();
        }
        append(line, new TextPiece(piece.origin(), parts[part]));
      }
    }
    if (!line.isEmpty()) {
      lines.add(List.copyOf(line));
    }
    return List.copyOf(lines);
  }

  private static void append(List<TextPiece> line, TextPiece piece) {
    if (piece.text().isEmpty()) {
      return;
    }
    if (!line.isEmpty() && line.getLast().origin() == piece.origin()) {
      TextPiece before = line.removeLast();
      line.add(new TextPiece(piece.origin(), before.text() + piece.text()));
    } else {
      line.add(piece);
    }
  }

  private static TextFlow flow(List<TextPiece> line) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("text-line");
    if (line.isEmpty()) {
      flow.getChildren().add(new Text(" "));
    }
    for (TextPiece piece : line) {
      flow.getChildren().addAll(texts(piece));
    }
    return flow;
  }

  /** Blanks around a piece are left plain: underlined they would read as characters. */
  private static List<Text> texts(TextPiece piece) {
    String whole = piece.text();
    String style = "piece-" + piece.origin().name().toLowerCase(Locale.ROOT);
    int start = whole.length() - whole.stripLeading().length();
    int end = Math.max(start, whole.stripTrailing().length());
    return Stream.of(
            text(whole.substring(0, start), "piece-blank"),
            text(whole.substring(start, end), style),
            text(whole.substring(end), "piece-blank"))
        .filter(text -> !text.getText().isEmpty())
        .toList();
  }

  private static Text text(String characters, String style) {
    Text text = new Text(characters);
    text.getStyleClass().addAll("piece", style);
    return text;
  }
}
