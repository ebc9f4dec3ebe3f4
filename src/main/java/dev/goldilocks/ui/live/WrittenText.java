package dev.goldilocks.ui.live;

import dev.goldilocks.bench.TextPiece;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
  private static List<Node> texts(TextPiece piece) {
    String whole = piece.text();
    int start = whole.length() - whole.stripLeading().length();
    int end = Math.max(start, whole.stripTrailing().length());
    List<Node> nodes = new ArrayList<>();
    if (start > 0) {
      nodes.add(styled(new Text(whole.substring(0, start)), "piece-blank"));
    }
    if (end > start) {
      nodes.add(visible(piece.origin(), whole.substring(start, end)));
    }
    if (end < whole.length()) {
      nodes.add(styled(new Text(whole.substring(end)), "piece-blank"));
    }
    return nodes;
  }

  /** A text has one kind of underline, so that a bonus, which has another, is a label's border. */
  private static Node visible(TextPiece.Origin origin, String characters) {
    return switch (origin) {
      case TARGET -> styled(new Text(characters), "piece-target");
      case ACCEPTED -> styled(new Text(characters), "piece-accepted");
      case CORRECTED -> styled(new Text(characters), "piece-corrected");
      case BONUS -> styled(new Label(characters), "piece-bonus");
    };
  }

  private static Node styled(Node node, String style) {
    node.getStyleClass().addAll("piece", style);
    return node;
  }
}
