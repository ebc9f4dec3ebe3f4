package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.PromptSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A prompt set that was read.
 *
 * @param file where it lies
 * @param set what it holds
 */
public record PromptSetItem(Path file, PromptSet set) {

  private static final String SUFFIX = ".jsonl";

  /** Its prompts, at least one. */
  public List<Prompt> prompts() {
    return set.prompts();
  }

  /** The file's name without its ending. */
  public String name() {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /** Number of prompts of each category, by name. */
  public Map<String, Long> categories() {
    return prompts().stream()
        .collect(Collectors.groupingBy(Prompt::category, TreeMap::new, Collectors.counting()));
  }
}
