package dev.goldilocks.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.checkpoint.CatalogueEntry;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.ModelCatalogue;
import dev.goldilocks.checkpoint.TensorEntry;
import dev.goldilocks.cli.TextTable.Column;
import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.runs.FigureText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the models at hand. */
@Command(
    name = "models",
    sortOptions = false,
    description = "Lists the bundled models and those in other folders.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  goldilocks models",
      "  goldilocks models --folder ~/models --json",
      "  GOLDILOCKS_MODELS=~/models:/data/models goldilocks models"
    })
final class ModelsCommand implements Callable<Integer> {

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("model"),
          Column.figure("weights", ""),
          Column.figure("size", ""),
          Column.figure("layers", ""),
          Column.figure("width", ""),
          Column.figure("vocabulary", ""),
          Column.text("type"),
          Column.text("folder"));

  private final Terminal terminal;
  private final BundledAssets bundled;
  private final List<Path> usualFolders;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "Looks there too: a checkpoint, or a folder of them. May be given more than once;"
              + " GOLDILOCKS_MODELS names folders that are always looked into.")
  private List<Path> folders = List.of();

  @Option(names = "--json", description = "Prints JSON on standard output.")
  private boolean json;

  /**
   * @param usualFolders folders that the environment names
   */
  ModelsCommand(Terminal terminal, BundledAssets bundled, List<Path> usualFolders) {
    this.terminal = terminal;
    this.bundled = bundled;
    this.usualFolders = List.copyOf(usualFolders);
  }

  @Override
  public Integer call() {
    List<Path> places =
        Stream.of(List.of(bundled.models()), usualFolders, folders).flatMap(List::stream).toList();
    List<CatalogueEntry> models = ModelCatalogue.list(places);
    if (json) {
      terminal.document(document(models).toPrettyString() + "\n");
    } else {
      lines(models).forEach(terminal::say);
    }
    return ExitCode.DONE;
  }

  private static List<String> lines(List<CatalogueEntry> models) {
    List<List<String>> rows = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (CatalogueEntry model : models) {
      switch (model) {
        case CatalogueEntry.Usable(Checkpoint checkpoint) -> rows.add(row(checkpoint));
        case CatalogueEntry.NotUsable(Path _, String id, String reason) ->
            reasons.add("Not usable: " + id + ". " + reason);
      }
    }
    List<String> table = rows.isEmpty() ? List.of() : new TextTable(COLUMNS, rows).lines();
    return Stream.concat(table.stream(), reasons.stream()).toList();
  }

  private static List<String> row(Checkpoint model) {
    return List.of(
        model.id(),
        FIGURES.whole(model.parameters()),
        FIGURES.bytes(model.weightBytes()),
        FIGURES.whole(model.config().layers()),
        FIGURES.whole(model.config().hiddenSize()),
        FIGURES.whole(model.config().vocabularySize()),
        storedTypes(model),
        model.directory().toString());
  }

  private static ObjectNode document(List<CatalogueEntry> models) {
    ObjectNode document = new JsonMapper().createObjectNode();
    ArrayNode list = document.putArray("models");
    for (CatalogueEntry model : models) {
      ObjectNode entry = list.addObject();
      entry.put("id", model.id());
      entry.put("directory", model.directory().toString());
      switch (model) {
        case CatalogueEntry.Usable(Checkpoint checkpoint) -> {
          entry.put("usable", true);
          entry.put("architecture", checkpoint.config().architecture().className());
          entry.put("parameters", checkpoint.parameters());
          entry.put("weightBytes", checkpoint.weightBytes());
          entry.put("layers", checkpoint.config().layers());
          entry.put("hiddenSize", checkpoint.config().hiddenSize());
          entry.put("vocabularySize", checkpoint.config().vocabularySize());
          entry.put("contextLength", checkpoint.config().maxPositions());
          entry.put("dtype", storedTypes(checkpoint));
        }
        case CatalogueEntry.NotUsable(Path _, String _, String reason) -> {
          entry.put("usable", false);
          entry.put("reason", reason);
        }
      }
    }
    return document;
  }

  /** The types of the weights on disk, for example {@code bf16} or {@code bf16+f32}. */
  private static String storedTypes(Checkpoint model) {
    return model.tensors().values().stream()
        .map(TensorEntry::type)
        .distinct()
        .sorted()
        .map(type -> type.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("+"));
  }
}
