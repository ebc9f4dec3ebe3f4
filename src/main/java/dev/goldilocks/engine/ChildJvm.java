package dev.goldilocks.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A child of this Java machine: the same Java, the same class path, and the flags and threads that
 * a measurement wants. What this process has on its module path (JavaFX) the engine does without.
 *
 * @param mainClass its main class
 * @param arguments arguments of the main class
 */
record ChildJvm(String mainClass, List<String> arguments) implements EngineProgram {

  /**
   * Flags of the engine process. Its heap holds prompts, samples and events; weights and the cache
   * live outside. The serial collector has no threads of its own that could run beside a timed
   * step, and without the performance counters the machine never waits for a file it maps. Ctrl-C
   * reaches the engine as it does the host: with -Xrs it ends the process as it stands, where an
   * orderly exit would take libtorch apart under the native call that is under way.
   */
  static final List<String> FLAGS =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-CreateCoredumpOnCrash",
          "-Xrs",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.awt.headless=true");

  /** Settings that hold for the engine as for this process: where logs go, for example. */
  private static final List<String> INHERITED_PROPERTIES = List.of("goldilocks.", "ai.djl.");

  ChildJvm {
    arguments = List.copyOf(arguments);
  }

  @Override
  public ProcessBuilder command(int threads, Path crashReport) {
    List<String> command = new ArrayList<>();
    command.add(javaProgram());
    command.addAll(FLAGS);
    command.addAll(inheritedProperties());
    command.add("-XX:ErrorFile=" + crashReport.toAbsolutePath());
    command.add(mainClass);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    // An argument this long is refused by some systems, and fills every list of processes.
    environment.put("CLASSPATH", absoluteClassPath(System.getProperty("java.class.path")));
    environment.put("OMP_NUM_THREADS", Integer.toString(threads));
    environment.put("MKL_NUM_THREADS", Integer.toString(threads));
    return builder;
  }

  private static List<String> inheritedProperties() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> INHERITED_PROPERTIES.stream().anyMatch(name::startsWith))
        .sorted()
        .map(name -> "-D" + name + "=" + System.getProperty(name))
        .toList();
  }

  private static String absoluteClassPath(String classPath) {
    return String.join(
        File.pathSeparator,
        List.of(classPath.split(File.pathSeparator)).stream()
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  private static String javaProgram() {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    return List.of("java", "java.exe").stream()
        .map(bin::resolve)
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .or(() -> ProcessHandle.current().info().command())
        .orElse("java");
  }
}
