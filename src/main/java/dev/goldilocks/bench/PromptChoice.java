package dev.goldilocks.bench;

import java.nio.file.Path;

/**
 * The prompts as they were asked for.
 *
 * @param file prompts in Spec-Bench's form, one JSON object a line
 * @param limit most prompts to take, spread evenly over the categories; {@link Integer#MAX_VALUE}
 *     for all
 */
public record PromptChoice(Path file, int limit) {}
