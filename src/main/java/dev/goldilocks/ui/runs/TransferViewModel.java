package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.runs.AtomicWriter;
import dev.goldilocks.runs.Import;
import dev.goldilocks.runs.RunCsv;
import dev.goldilocks.runs.RunFileFormat;
import dev.goldilocks.runs.RunImporter;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.runs.RunMarkdown;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.text.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Takes runs into the library and out of it, and says what became of each file. */
public final class TransferViewModel {

  private final RunLibrary library;
  private final SavedRunsViewModel saved;
  private final Background background;
  private final Texts texts;
  private final AtomicWriter writer = new AtomicWriter();
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public TransferViewModel(
      RunLibrary library, SavedRunsViewModel saved, Background background, Texts texts) {
    this.library = library;
    this.saved = saved;
    this.background = background;
    this.texts = texts;
  }

  /** Imports files; what is wrong with one keeps none of the others out. */
  public void importFiles(List<Path> files) {
    if (!files.isEmpty()) {
      background.load(
          () -> new RunImporter(library).importAll(files), this::imported, this::failed);
    }
  }

  private void imported(List<Import> outcomes) {
    int added = (int) outcomes.stream().filter(Import.Done.class::isInstance).count();
    int known = (int) outcomes.stream().filter(Import.AlreadyThere.class::isInstance).count();
    String sentences =
        (added > 0 ? texts.of("import.done", added) : "")
            + (added > 0 && known > 0 ? " " : "")
            + (known > 0 ? texts.of("import.known", known) : "");
    done.set(sentences);
    problem.set(
        outcomes.stream()
            .filter(Import.Refused.class::isInstance)
            .map(outcome -> ((Import.Refused) outcome).sentence())
            .collect(Collectors.joining("\n")));
    saved.refresh();
    outcomes.stream()
        .filter(Import.Done.class::isInstance)
        .map(outcome -> ((Import.Done) outcome).run().id())
        .findFirst()
        .ifPresent(saved::showWhenListed);
  }

  /**
   * Writes runs to a file.
   *
   * @param runs at least one; exactly one as JSON
   */
  public void export(ExportFormat format, List<RunSummary> runs, Path file) {
    background.run(
        () -> {
          writer.replace(file, content(format, runs).getBytes(StandardCharsets.UTF_8));
          switch (format) {
            case CSV -> writeDefinitions(file);
            case JSON, MARKDOWN -> {}
          }
        },
        () -> {
          problem.set("");
          done.set(
              switch (format) {
                case CSV ->
                    texts.of(
                        "export.done.csv",
                        runs.size(),
                        file.toString(),
                        String.valueOf(definitions(file).getFileName()));
                case JSON, MARKDOWN -> texts.of("export.done", runs.size(), file.toString());
              });
        },
        this::failed);
  }

  private void writeDefinitions(Path csv) {
    String document = RunCsv.definitions(String.valueOf(csv.getFileName()));
    writer.replace(definitions(csv), document.getBytes(StandardCharsets.UTF_8));
  }

  private static Path definitions(Path csv) {
    return csv.resolveSibling(csv.getFileName() + RunCsv.DEFINITIONS_SUFFIX);
  }

  /** Writes a run file for each run into a folder; a file that is there already stays. */
  public void exportRunFiles(List<RunSummary> runs, Path folder) {
    background.run(
        () -> {
          for (RunSummary run : runs) {
            writer.replace(
                free(folder, run.id()),
                content(ExportFormat.JSON, List.of(run)).getBytes(StandardCharsets.UTF_8));
          }
        },
        () -> {
          problem.set("");
          done.set(texts.of("export.done", runs.size(), folder.toString()));
        },
        this::failed);
  }

  private static Path free(Path folder, String id) {
    Path file = folder.resolve(id + "." + ExportFormat.JSON.extension());
    for (int number = 2; Files.exists(file); number++) {
      file = folder.resolve(id + "-" + number + "." + ExportFormat.JSON.extension());
    }
    return file;
  }

  /** A run file keeps what this version does not know of it. */
  private String content(ExportFormat format, List<RunSummary> runs) {
    return switch (format) {
      case JSON -> RunFileFormat.write(RunFileFormat.read(library.file(runs.getFirst().id())));
      case CSV -> RunCsv.write(read(runs));
      case MARKDOWN -> RunMarkdown.write(read(runs));
    };
  }

  private List<RunRecord> read(List<RunSummary> runs) {
    return runs.stream().map(run -> library.read(run.id())).toList();
  }

  private void failed(String sentence) {
    done.set("");
    problem.set(sentence);
  }

  /** Forgets what was said. */
  public void dismiss() {
    done.set("");
    problem.set("");
  }

  /** What went well; empty when there is nothing to say. */
  public ReadOnlyStringProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /** What went wrong, a line for each file; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
