package dev.goldilocks.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.runs.Import;
import dev.goldilocks.runs.RunImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes runs from files into the library. */
@Command(
    name = "import",
    sortOptions = false,
    description = "Copies runs into the library.",
    footerHeading = "%nExamples:%n",
    footer = {"  goldilocks import run.json", "  goldilocks import colleague/*.json --json"})
final class ImportCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final RunImporter importer;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "A run file, or the journal (.jsonl) of a run that did not end.")
  private List<Path> files;

  @Option(names = "--json", description = "Prints JSON on standard output.")
  private boolean json;

  ImportCommand(Terminal terminal, RunImporter importer) {
    this.terminal = terminal;
    this.importer = importer;
  }

  @Override
  public Integer call() {
    List<Import> imports = importer.importAll(files);
    if (json) {
      terminal.document(document(imports).toPrettyString() + "\n");
    } else {
      imports.forEach(this::tell);
    }
    boolean allAreThere =
        imports.stream()
            .allMatch(
                each ->
                    switch (each) {
                      case Import.Done _, Import.AlreadyThere _ -> true;
                      case Import.Refused _ -> false;
                    });
    return allAreThere ? ExitCode.DONE : ExitCode.REQUEST_WRONG;
  }

  private void tell(Import result) {
    switch (result) {
      case Import.Done(Path file, RunRecord run) ->
          terminal.say("Imported %s as %s.".formatted(file, named(run)));
      case Import.AlreadyThere(Path file, RunRecord run) ->
          terminal.say("Already there: %s is %s.".formatted(file, named(run)));
      case Import.Refused(Path _, String sentence) -> terminal.complain(sentence);
    }
  }

  private static String named(RunRecord run) {
    return "'%s' (%s)".formatted(run.name(), run.id());
  }

  private static ObjectNode document(List<Import> imports) {
    ObjectNode document = new JsonMapper().createObjectNode();
    ArrayNode list = document.putArray("files");
    for (Import result : imports) {
      ObjectNode entry = list.addObject();
      entry.put("file", result.file().toString());
      switch (result) {
        case Import.Done(Path _, RunRecord run) -> put(entry, "imported", run);
        case Import.AlreadyThere(Path _, RunRecord run) -> put(entry, "already-there", run);
        case Import.Refused(Path _, String sentence) -> {
          entry.put("outcome", "refused");
          entry.put("reason", sentence);
        }
      }
    }
    return document;
  }

  private static void put(ObjectNode entry, String outcome, RunRecord run) {
    entry.put("outcome", outcome);
    entry.put("id", run.id());
    entry.put("name", run.name());
  }
}
