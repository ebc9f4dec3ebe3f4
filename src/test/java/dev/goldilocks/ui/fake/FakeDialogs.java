package dev.goldilocks.ui.fake;

import dev.goldilocks.ui.files.FileDialogs;
import dev.goldilocks.ui.files.FileKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** Answers every question with the path that was set, as people would. */
public final class FakeDialogs implements FileDialogs {

  private Optional<Path> answer = Optional.empty();
  private Optional<String> proposedName = Optional.empty();

  /** The answer to every question from now on. */
  public void answer(Path path) {
    answer = Optional.of(path);
  }

  /** The name that was proposed for the last file to save. */
  public Optional<String> proposedName() {
    return proposedName;
  }

  @Override
  public Optional<Path> openFolder(Window owner, String title) {
    return answer;
  }

  @Override
  public Optional<Path> openFile(Window owner, String title, FileKind kind) {
    return answer;
  }

  @Override
  public List<Path> openFiles(Window owner, String title, FileKind kind) {
    return answer.stream().toList();
  }

  @Override
  public Optional<Path> saveFile(Window owner, String title, String name, FileKind kind) {
    proposedName = Optional.of(name);
    return answer;
  }
}
