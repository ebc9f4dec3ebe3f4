package dev.goldilocks.cli;

import dev.goldilocks.bench.PromptLookup;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** What guesses tokens, as a command names it. */
enum DrafterKind {
  /** A draft model. */
  MODEL("model"),
  /** Earlier places in prompt and text. */
  PROMPT_LOOKUP(PromptLookup.LABEL);

  private final String label;

  DrafterKind(String label) {
    this.label = label;
  }

  static DrafterKind parse(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no drafter; give one of %s"
                        .formatted(
                            text,
                            Arrays.stream(values())
                                .map(kind -> kind.label)
                                .collect(Collectors.joining(", ")))));
  }
}
