package dev.goldilocks.ui.help;

import java.util.List;

/**
 * Keys that belong together.
 *
 * @param title key of its title in the bundle
 * @param keys in the order in which they are shown
 */
record HelpSection(String title, List<Key> keys) {

  /**
   * A key.
   *
   * @param combinations one or more, as {@link javafx.scene.input.KeyCombination#valueOf} reads
   *     them
   * @param text key of what it does in the bundle
   */
  record Key(List<String> combinations, String text) {
    Key {
      combinations = List.copyOf(combinations);
    }
  }

  /** Every key of the window. */
  static final List<HelpSection> ALL =
      List.of(
          new HelpSection(
              "help.everywhere",
              List.of(
                  key("help.key.bench", "Shortcut+1"),
                  key("help.key.runs", "Shortcut+2"),
                  key("help.key.compare", "Shortcut+3"),
                  key("help.key.hardware", "Shortcut+4"),
                  key("help.key.help", "F1"),
                  key("help.key.explain", "Shift+F1"),
                  key("help.key.next", "Tab", "Shift+Tab"),
                  key("help.key.arrows", "Left", "Right"),
                  key("help.key.press", "Space"))),
          new HelpSection(
              "page.bench",
              List.of(
                  key("help.key.run", "Shortcut+Enter"),
                  key("help.key.cancel", "Esc"),
                  key("help.key.moment", "Left", "Right"),
                  key("help.key.queue.move", "Alt+Up", "Alt+Down"),
                  key("help.key.queue.remove", "Delete"),
                  key("help.key.queue.show", "Enter"),
                  key("help.key.setup.load", "Enter"),
                  key("help.key.setup.delete", "Delete"))),
          new HelpSection(
              "page.runs",
              List.of(
                  key("help.key.find", "Shortcut+F"),
                  key("help.key.unfind", "Esc"),
                  key("help.key.move", "Up", "Down"),
                  key("help.key.select", "Shift+Up", "Shift+Down"),
                  key("help.key.all", "Shortcut+A"),
                  key("help.key.enter", "Enter"),
                  key("help.key.rename", "F2"),
                  key("help.key.delete", "Delete"),
                  key("help.key.token", "Left", "Right", "Up", "Down"),
                  key("help.key.undo", "Shortcut+Z"),
                  key("help.key.import", "Shortcut+O"))),
          new HelpSection(
              "page.compare",
              List.of(
                  key("help.key.kind", "Left", "Right"),
                  key("help.key.chart", "Left", "Right"),
                  key("help.key.chip", "Space"))));

  HelpSection {
    keys = List.copyOf(keys);
  }

  private static Key key(String text, String... combinations) {
    return new Key(List.of(combinations), text);
  }
}
