package dev.goldilocks.ui.files;

/**
 * What kind of file is asked for.
 *
 * @param description as people know it
 * @param extension without a dot
 */
public record FileKind(String description, String extension) {}
