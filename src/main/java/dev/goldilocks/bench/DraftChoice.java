package dev.goldilocks.bench;

/** What guesses tokens in a run, as it was asked for. */
public sealed interface DraftChoice permits ModelChoice, PromptLookup {}
