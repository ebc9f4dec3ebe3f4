package dev.goldilocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs {@code bin/goldilocks} with programs called java that print how they were called, each in a
 * directory laid out like a JDK.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {

  private static final List<String> TOOLS = List.of("dirname", "readlink", "sed");

  @TempDir Path directory;

  private Path installation;
  private Path jvmDirectory;
  private Path searchPath;

  @BeforeEach
  void installScript() throws IOException {
    installation = directory.toRealPath().resolve("Gold i locks");
    jvmDirectory = Files.createDirectories(directory.resolve("jvm"));
    searchPath = Files.createDirectories(directory.resolve("tools"));
    for (String tool : TOOLS) {
      executable(searchPath.resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
    }
    String script =
        Files.readString(Path.of("src/build/bin/goldilocks"))
            .replace("/usr/lib/jvm", jvmDirectory.toString())
            .replace("/usr/libexec/java_home", directory.resolve("no-java-home").toString());
    executable(installation.resolve("bin/goldilocks"), script);
  }

  @Test
  void startsMainWithTheInstallationAndTheArguments() throws Exception {
    Path jdk = jdk("jdk-25", "25.0.3");

    Outcome outcome = run(script(), Map.of("JAVA_HOME", jdk.toString()), "run", "a b", "*");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                List.of(
                    jdk.resolve("bin/java").toString(),
                    "--module-path",
                    installation + "/lib/javafx",
                    "--add-modules",
                    "javafx.controls,javafx.fxml",
                    "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                    "-Dgoldilocks.home=" + installation,
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-classpath",
                    installation + "/lib/*",
                    "dev.goldilocks.Main",
                    "run",
                    "a b",
                    "*")));
  }

  @Test
  void findsItsInstallationThroughLinks() throws Exception {
    Path jdk = jdk("jdk-25", "25");
    Path links = Files.createDirectories(directory.resolve("links"));
    Files.createSymbolicLink(links.resolve("absolute"), script());
    Path relative = Files.createSymbolicLink(links.resolve("relative"), Path.of("absolute"));

    Outcome outcome = run(relative, Map.of("JAVA_HOME", jdk.toString()));

    assertThat(outcome.lines()).contains("-Dgoldilocks.home=" + installation);
  }

  @Test
  void passesOptionsForTheJavaMachine() throws Exception {
    Path jdk = jdk("jdk-25", "25");

    Outcome outcome =
        run(
            script(),
            Map.of("JAVA_HOME", jdk.toString(), "GOLDILOCKS_JAVA_OPTIONS", "-Xmx1g -Done=1"));

    assertThat(outcome.lines()).containsSubsequence("-Xmx1g", "-Done=1", "-classpath");
  }

  @Test
  void passesOverAnOldJavaHomeForTheOneOnThePath() throws Exception {
    Path old = jdk("jdk-17", "17.0.15");
    Path onPath =
        Files.createSymbolicLink(
            searchPath.resolve("java"), jdk("jdk-26", "26").resolve("bin/java"));

    Outcome outcome = run(script(), Map.of("JAVA_HOME", old.toString()));

    assertThat(outcome.lines()).first().isEqualTo(onPath.toString());
  }

  @Test
  void looksAmongTheInstalledOnesLast() throws Exception {
    Files.createSymbolicLink(
        searchPath.resolve("java"), jdk("jdk-17", "17.0.15").resolve("bin/java"));
    Path installed = installedJdk("java-25-openjdk", "25.0.1");

    Outcome outcome = run(script(), Map.of());

    assertThat(outcome.lines()).first().isEqualTo(installed.resolve("bin/java").toString());
  }

  @Test
  void asksAJavaThatHasNoReleaseFileForItsVersion() throws Exception {
    Path shim = jdk("shim", "25.0.3");
    Files.delete(shim.resolve("release"));

    Outcome outcome = run(script(), Map.of("JAVA_HOME", shim.toString()));

    assertThat(outcome.lines()).first().isEqualTo(shim.resolve("bin/java").toString());
  }

  @Test
  void saysWhatToInstallWhenNoJavaIsNewEnough() throws Exception {
    installedJdk("java-17-openjdk", "17.0.15");

    assertThat(run(script(), Map.of()))
        .isEqualTo(
            new Outcome(
                2,
                List.of(
                    "Goldilocks needs Java 25 or newer and found none; install one, for example"
                        + " Temurin 25 from https://adoptium.net, or set JAVA_HOME to it.")));
  }

  @Test
  void hasTheExitCodeOfTheProgram() throws Exception {
    Path jdk = jdk("jdk-25", "25");
    executable(jdk.resolve("bin/java"), "#!/bin/sh\nexit 130\n");

    assertThat(run(script(), Map.of("JAVA_HOME", jdk.toString())))
        .isEqualTo(new Outcome(130, List.of()));
  }

  private record Outcome(int exitCode, List<String> lines) {}

  private Path script() {
    return installation.resolve("bin/goldilocks");
  }

  private Path jdk(String name, String version) throws IOException {
    return jdkIn(directory, name, version);
  }

  private Path installedJdk(String name, String version) throws IOException {
    return jdkIn(jvmDirectory, name, version);
  }

  private static Path jdkIn(Path parent, String name, String version) throws IOException {
    Path jdk = parent.resolve(name);
    executable(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "%s" 2026-04-21' >&2
        else
          printf '%%s\\n' "$0" "$@"
        fi
        """
            .formatted(version));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Path find(String tool) {
    return List.of("/bin", "/usr/bin").stream()
        .map(bin -> Path.of(bin, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private Outcome run(Path script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", searchPath.toString());
    builder.environment().putAll(environment);
    Process process = builder.directory(directory.toFile()).redirectErrorStream(true).start();
    List<String> lines = process.inputReader().readAllLines();
    return new Outcome(process.waitFor(), lines);
  }
}
