package dev.goldilocks.ui.settings;

import dev.goldilocks.bench.RunSpec;

/**
 * A set-up that people keep.
 *
 * @param name theirs, not blank; no two are the same
 * @param spec what a run of it is asked for
 */
public record NamedSetup(String name, RunSpec spec) {}
