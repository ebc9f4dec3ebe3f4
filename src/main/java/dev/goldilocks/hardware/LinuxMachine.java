package dev.goldilocks.hardware;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Linux machine, from the files in which the kernel and the distribution describe it. What a
 * system does not tell is named as unknown.
 */
final class LinuxMachine implements MachineFacts {

  /** Fields of {@code /proc/cpuinfo} that name the processor, on x86 and on some ARM boards. */
  private static final List<String> CPU_FIELDS = List.of("model name", "Model", "Hardware");

  private final Path root;

  /**
   * @param root the directory that holds {@code proc}, {@code sys} and {@code etc}
   */
  LinuxMachine(Path root) {
    this.root = root;
  }

  @Override
  public String cpu() {
    List<String> lines = lines("proc/cpuinfo");
    return CPU_FIELDS.stream()
        .flatMap(field -> valueOf(field, ":", lines).stream())
        .findFirst()
        .orElse("unknown processor (" + System.getProperty("os.arch") + ")");
  }

  /** Logical processors that share a core name the same {@code core_cpus_list}. */
  @Override
  public int physicalCores() {
    Set<String> cores = new HashSet<>();
    try (DirectoryStream<Path> processors =
        Files.newDirectoryStream(root.resolve("sys/devices/system/cpu"), "cpu[0-9]*")) {
      for (Path processor : processors) {
        cores.add(Files.readString(processor.resolve("topology/core_cpus_list")).strip());
      }
    } catch (IOException e) {
      return 0;
    }
    return cores.size();
  }

  @Override
  public String os() {
    String kernel = "Linux " + System.getProperty("os.version");
    return valueOf("PRETTY_NAME", "=", lines("etc/os-release"))
        .map(name -> name.replace("\"", "") + ", " + kernel)
        .orElse(kernel);
  }

  private static Optional<String> valueOf(String field, String separator, List<String> lines) {
    return lines.stream()
        .map(line -> line.split(separator, 2))
        .filter(parts -> parts.length == 2 && parts[0].strip().equals(field))
        .map(parts -> parts[1].strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private List<String> lines(String file) {
    try (Stream<String> lines = Files.lines(root.resolve(file))) {
      return lines.toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
