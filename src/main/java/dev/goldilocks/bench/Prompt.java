package dev.goldilocks.bench;

/**
 * One prompt, the first turn of a Spec-Bench question.
 *
 * @param id the question's id, as text
 * @param category what kind of text it begins
 * @param text the prompt itself
 */
public record Prompt(String id, String category, String text) {}
