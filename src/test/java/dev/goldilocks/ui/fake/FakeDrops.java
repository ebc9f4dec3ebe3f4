package dev.goldilocks.ui.fake;

import dev.goldilocks.ui.files.FileDrops;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Drops files as people would with a mouse. */
public final class FakeDrops implements FileDrops {

  private final List<Consumer<List<Path>>> targets = new ArrayList<>();

  @Override
  public void onto(Node target, Consumer<List<Path>> dropped) {
    targets.add(dropped);
  }

  /** Drops files on the only place that takes them; on the FX thread. */
  public void drop(List<Path> files) {
    if (targets.size() != 1) {
      throw new IllegalStateException(targets.size() + " places take files");
    }
    targets.getFirst().accept(files);
  }
}
