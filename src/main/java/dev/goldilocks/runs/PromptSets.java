package dev.goldilocks.runs;

import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunConditions;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import java.nio.file.Path;

/** What a run's prompts are called and how many there are. */
final class PromptSets {

  private static final String SUFFIX = ".jsonl";

  private PromptSets() {}

  /** The file's name without its ending, or what a report calls them; empty when not known. */
  static String name(RunConditions conditions) {
    return switch (conditions) {
      case RunSpec spec -> name(spec.prompts());
      case ReportedConditions reported -> reported.promptSet().orElse("");
    };
  }

  /** Distinct prompts that were measured, else those asked for; 0 when neither is known. */
  static int size(RunRecord run) {
    if (!run.samples().isEmpty()) {
      return Math.toIntExact(
          run.samples().stream().map(sample -> sample.plan().prompt().id()).distinct().count());
    }
    return switch (run.spec()) {
      case RunSpec spec when spec.prompts().limit() == Integer.MAX_VALUE -> 0;
      case RunSpec spec -> spec.prompts().limit();
      case ReportedConditions reported -> reported.prompts().orElse(0);
    };
  }

  private static String name(PromptChoice prompts) {
    Path file = prompts.file().getFileName();
    String name = file == null ? "" : file.toString();
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }
}
