package dev.goldilocks.ui.files;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The platform's own dialogs. They open where the last one was left. */
public final class SystemFileDialogs implements FileDialogs {

  private Optional<File> lastFolder = Optional.empty();

  @Override
  public Optional<Path> openFolder(Window owner, String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    lastFolder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    Optional<File> chosen = Optional.ofNullable(chooser.showDialog(owner));
    chosen.ifPresent(folder -> lastFolder = Optional.ofNullable(folder.getParentFile()));
    return chosen.map(File::toPath);
  }

  @Override
  public Optional<Path> openFile(Window owner, String title, FileKind kind) {
    return remember(Optional.ofNullable(chooser(title, kind).showOpenDialog(owner)));
  }

  @Override
  public List<Path> openFiles(Window owner, String title, FileKind kind) {
    List<File> chosen = chooser(title, kind).showOpenMultipleDialog(owner);
    if (chosen == null) {
      return List.of();
    }
    remember(chosen.stream().findFirst());
    return chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> saveFile(Window owner, String title, String name, FileKind kind) {
    FileChooser chooser = chooser(title, kind);
    chooser.setInitialFileName(name);
    return remember(Optional.ofNullable(chooser.showSaveDialog(owner)));
  }

  private FileChooser chooser(String title, FileKind kind) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                kind.description(),
                kind.extensions().stream().map(extension -> "*." + extension).toList()));
    lastFolder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  private Optional<Path> remember(Optional<File> chosen) {
    chosen.ifPresent(file -> lastFolder = Optional.ofNullable(file.getParentFile()));
    return chosen.map(File::toPath);
  }
}
