package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.Prompt;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A prompt set that was read.
 *
 * @param file where it lies
 * @param prompts its prompts, at least one
 */
public record PromptSetItem(Path file, List<Prompt> prompts) {

  private static final String SUFFIX = ".jsonl";

  public PromptSetItem {
    prompts = List.copyOf(prompts);
  }

  /** The file's name without its ending. */
  public String name() {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /** Number of prompts of each category, by name. */
  public Map<String, Long> categories() {
    return prompts.stream()
        .collect(Collectors.groupingBy(Prompt::category, TreeMap::new, Collectors.counting()));
  }
}
