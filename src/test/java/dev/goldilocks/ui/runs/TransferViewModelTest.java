package dev.goldilocks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Records;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferViewModelTest {

  @TempDir private Path directory;
  private FakeParts parts;
  private SavedRunsViewModel saved;
  private TransferViewModel transfer;
  private Path folder;

  @BeforeEach
  void saveTwo() throws IOException {
    parts = new FakeParts(directory.resolve("home"));
    parts.library().save(Records.of(parts.runs(), Specs.of(4, 2)));
    parts.library().save(Records.of(parts.runs(), Specs.of(4, 3)));
    Background background = new Background(Runnable::run, Runnable::run);
    saved = new SavedRunsViewModel(parts.library(), background);
    saved.refresh();
    transfer = new TransferViewModel(parts.library(), saved, background, new Texts(Locale.ENGLISH));
    folder = Files.createDirectory(directory.resolve("out"));
  }

  @Test
  void severalRunsLeaveAsAFileEachAndComeBackAsTheyWere() throws IOException {
    transfer.exportRunFiles(saved.runs(), folder);

    assertThat(transfer.doneProperty().get()).isEqualTo("2 runs were written to " + folder + ".");
    FakeParts elsewhere = new FakeParts(directory.resolve("elsewhere"));
    for (String id : new String[] {"run-1", "run-2"}) {
      Path file = folder.resolve(id + ".json");
      assertThat(file).hasSameTextualContentAs(parts.library().file(id));
      new TransferViewModel(
              elsewhere.library(),
              saved,
              new Background(Runnable::run, Runnable::run),
              new Texts(Locale.ENGLISH))
          .importFiles(List.of(file));
      assertThat(elsewhere.library().read(id)).isEqualTo(parts.library().read(id));
    }
  }

  @Test
  void aFileThatIsThereAlreadyStays() throws IOException {
    Path mine = Files.writeString(folder.resolve("run-1.json"), "mine");

    transfer.exportRunFiles(saved.runs(), folder);

    assertThat(mine).hasContent("mine");
    assertThat(folder.resolve("run-1-2.json"))
        .hasSameTextualContentAs(parts.library().file("run-1"));
  }
}
