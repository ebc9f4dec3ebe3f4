package dev.goldilocks.home;

import dev.goldilocks.problem.ProblemException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds {@code assets/} and {@code sample-runs/}: the project, or the folder that
 * was laid out from it.
 *
 * @param directory that folder
 */
public record InstallationHome(Path directory) {

  /** System property that names the folder. */
  public static final String PROPERTY = "goldilocks.home";

  private static final Path MODELS = Path.of("assets", "models");
  private static final Path PROMPTS = Path.of("assets", "prompts");
  private static final Path SAMPLE_RUNS = Path.of("sample-runs");

  /** The bundled models. */
  public Path models() {
    return directory.resolve(MODELS);
  }

  /** The bundled prompts. */
  public Path prompts() {
    return directory.resolve(PROMPTS);
  }

  /** Runs that come with the program. */
  public Path sampleRuns() {
    return directory.resolve(SAMPLE_RUNS);
  }

  /**
   * The folder of the program that runs now.
   *
   * @throws ProblemException when it cannot be found
   */
  public static InstallationHome ofThisProgram() {
    return find(
        Optional.ofNullable(System.getProperty(PROPERTY)),
        codeLocation(),
        Path.of("").toAbsolutePath());
  }

  /**
   * Looks for the folder: where the property says, and only there, when it is set; else upwards
   * from the code; else the working directory.
   *
   * @param property value of {@link #PROPERTY}, when set
   * @param code the class path entry of this program, a folder or a jar
   * @param workingDirectory where the program was started
   * @throws ProblemException when none of them is it
   */
  static InstallationHome find(
      Optional<String> property, Optional<Path> code, Path workingDirectory) {
    if (property.isPresent()) {
      return named(property.get());
    }
    Stream<Path> upwards =
        Stream.iterate(code.orElse(null), folder -> folder != null, Path::getParent);
    return Stream.concat(upwards, Stream.of(workingDirectory))
        .filter(InstallationHome::isHome)
        .findFirst()
        .map(InstallationHome::new)
        .orElseThrow(
            () ->
                new ProblemException(
                    "No %s folder was found above the program or in %s; start it in its own folder or add -D%s=FOLDER to the Java command."
                        .formatted(MODELS, workingDirectory, PROPERTY)));
  }

  private static InstallationHome named(String property) {
    try {
      Path directory = Path.of(property).toAbsolutePath();
      if (isHome(directory)) {
        return new InstallationHome(directory);
      }
    } catch (InvalidPathException e) {
      throw notHome(property, e);
    }
    throw notHome(property, null);
  }

  private static ProblemException notHome(String property, InvalidPathException cause) {
    return new ProblemException(
        "The system property %s is %s, which holds no %s; name the folder that does."
            .formatted(PROPERTY, property, MODELS),
        cause);
  }

  private static boolean isHome(Path folder) {
    return Files.isDirectory(folder.resolve(MODELS));
  }

  private static Optional<Path> codeLocation() {
    CodeSource source = InstallationHome.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
