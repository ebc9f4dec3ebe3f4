package dev.goldilocks.training;

import ai.djl.MalformedModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Makes the pair that ships with Goldilocks, stage by stage, from a folder of source jars.
 *
 * <p>Arguments: the working folder, then the stages to run; with no stage named, all of them in
 * order.
 */
final class Main {
  private Main() {}

  /** What can be run, in the order in which each needs the ones before. */
  private enum Stage {
    COLLECT,
    TOKENIZE,
    TRAIN,
    EXPORT,
    PROMPTS,
    EVALUATE
  }

  public static void main(String[] arguments) throws IOException, MalformedModelException {
    if (arguments.length == 0) {
      System.err.println(
          "Say where to work: FOLDER [collect] [tokenize] [train] [export] [prompts] [evaluate]");
      System.exit(2);
    }
    Workspace workspace = new Workspace(Path.of(arguments[0]));
    Repository repository = new Repository(Path.of("").toAbsolutePath());
    List<Stage> stages = new ArrayList<>();
    for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
      stages.add(Stage.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    for (Stage stage : stages.isEmpty() ? List.of(Stage.values()) : stages) {
      run(stage, workspace, repository);
    }
  }

  private static void run(Stage stage, Workspace workspace, Repository repository)
      throws IOException, MalformedModelException {
    switch (stage) {
      case COLLECT -> Collect.run(workspace);
      case TOKENIZE -> Tokenize.run(workspace);
      case TRAIN -> Train.run(workspace, repository.program());
      case EXPORT -> Export.run(workspace, repository.models());
      case PROMPTS -> Prompts.run(workspace, repository.licences(), repository.prompts());
      case EVALUATE -> Evaluate.run(workspace, repository.program(), repository.prompts());
    }
  }
}
