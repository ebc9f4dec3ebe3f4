package dev.goldilocks.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Files that are dragged onto the window. An interface, because a headless platform has none. */
public interface FileDrops {

  /** Lets files be dropped on a node; each drop is heard once, with all of its files. */
  void onto(Node target, Consumer<List<Path>> dropped);
}
