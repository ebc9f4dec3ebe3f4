package dev.goldilocks.bench;

import dev.goldilocks.decode.Precision;
import java.nio.file.Path;

/**
 * A model as it was asked for.
 *
 * @param directory the checkpoint's directory
 * @param precision format of its weights during the run
 */
public record ModelChoice(Path directory, Precision precision) implements DraftChoice {}
