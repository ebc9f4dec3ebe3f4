package dev.goldilocks.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which keys of a bundle the program's sources name, read from their string literals.
 *
 * @param keys all that the bundle has
 * @param literals everything in quotes that has the form of a key, and is one perhaps
 * @param used what is a key for certain: asked for by name, put together by the code, or of a first
 *     word and a point that keys of the bundle have
 */
public record BundleUse(Set<String> keys, Set<String> literals, Set<String> used) {

  private static final Pattern LITERAL = Pattern.compile("\"%?([a-z0-9_-]+(?:\\.[a-z0-9_-]+)*)\"");
  private static final Pattern ASKED =
      Pattern.compile("(?:texts\\s*\\.of\\(\\s*\"|\"%)([a-z0-9_.-]*[a-z0-9_-])\"");
  private static final String FXML = ".fxml";

  /**
   * Reads sources.
   *
   * @param composed keys that the code puts together from parts, which no literal holds
   * @param directories of Java and FXML files, with all below them
   */
  public static BundleUse read(TextBundle bundle, Collection<String> composed, Path... directories)
      throws IOException {
    Set<String> keys = new TreeSet<>(bundle.bundle().keySet());
    Set<String> families = keys.stream().map(BundleUse::family).collect(Collectors.toSet());
    Set<String> literals = new TreeSet<>(composed);
    Set<String> used = new TreeSet<>(composed);
    for (Path file : files(directories)) {
      String source = Files.readString(file);
      all(LITERAL, source).forEach(literals::add);
      all(ASKED, source).forEach(used::add);
      all(LITERAL, source)
          .filter(literal -> literal.contains(".") && !literal.endsWith(FXML))
          .filter(literal -> families.contains(family(literal)))
          .forEach(used::add);
    }
    return new BundleUse(keys, literals, used);
  }

  /** Keys of the bundle that no source names. */
  public Set<String> unused() {
    return without(keys, literals);
  }

  /** Keys that a source asks for and the bundle lacks. */
  public Set<String> missing() {
    return without(used, keys);
  }

  private static Set<String> without(Set<String> all, Set<String> left) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(left);
    return rest;
  }

  private static String family(String key) {
    return key.split("\\.", 2)[0];
  }

  private static Stream<String> all(Pattern pattern, String source) {
    return pattern.matcher(source).results().map(found -> found.group(1));
  }

  private static List<Path> files(Path... directories) throws IOException {
    Set<Path> files = new TreeSet<>();
    for (Path directory : directories) {
      try (Stream<Path> below = Files.walk(directory)) {
        below
            .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(FXML))
            .forEach(files::add);
      }
    }
    return List.copyOf(files);
  }
}
