package dev.goldilocks.runs;

import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.RunRecord;
import java.nio.file.Path;

/** What a run's prompts are called and how many there are. */
final class PromptSets {

  private static final String SUFFIX = ".jsonl";

  private PromptSets() {}

  /** The file's name without its ending; empty when not known. */
  static String name(PromptChoice prompts) {
    Path file = prompts.file().getFileName();
    String name = file == null ? "" : file.toString();
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /** Distinct prompts that were measured, else those asked for; 0 when neither is known. */
  static int size(RunRecord run) {
    if (run.samples().isEmpty()) {
      int limit = run.spec().prompts().limit();
      return limit == Integer.MAX_VALUE ? 0 : limit;
    }
    return Math.toIntExact(
        run.samples().stream().map(sample -> sample.plan().prompt().id()).distinct().count());
  }
}
