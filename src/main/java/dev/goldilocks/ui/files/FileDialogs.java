package dev.goldilocks.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** Asks people for files. An interface, because a headless platform has no such dialogs. */
public interface FileDialogs {

  /** A folder to open; empty when people changed their mind. */
  Optional<Path> openFolder(Window owner, String title);

  /** A file to open; empty when people changed their mind. */
  Optional<Path> openFile(Window owner, String title, FileKind kind);

  /** Files to open; none when people changed their mind. */
  List<Path> openFiles(Window owner, String title, FileKind kind);

  /**
   * Where to save a file; empty when people changed their mind.
   *
   * @param name proposed name, with its ending
   */
  Optional<Path> saveFile(Window owner, String title, String name, FileKind kind);
}
