package dev.goldilocks.ui.setup;

import dev.goldilocks.checkpoint.BundledPair;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code goldilocks run} takes on this machine where its options do not say, as far as {@link
 * dev.goldilocks.bench.RunDefaults} cannot know it.
 *
 * @param pair empty when none comes with the program: a command must name its models then
 * @param prompts empty when none come with the program
 * @param threads on the device of the run
 */
public record CommandDefaults(Optional<BundledPair> pair, Optional<Path> prompts, int threads) {}
