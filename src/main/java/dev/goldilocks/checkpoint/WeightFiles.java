package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds a checkpoint's safetensors files, one or many, and lists the tensors in them. */
final class WeightFiles {

  private static final String SINGLE = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";
  private static final String SUFFIX = ".safetensors";
  private static final int LONGEST_INDEX = 32_000_000;

  private final Path directory;

  private WeightFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Every stored tensor by name.
   *
   * @throws ProblemException when there are no safetensors files, or they are not whole
   */
  static Map<String, StoredTensor> tensors(Path directory) {
    return new WeightFiles(directory).tensors();
  }

  private Map<String, StoredTensor> tensors() {
    Path single = directory.resolve(SINGLE);
    Path index = directory.resolve(INDEX);
    if (Files.exists(single)) {
      return byName(List.of(single));
    }
    return Files.exists(index) ? indexed(index) : byName(List.of(only()));
  }

  private Map<String, StoredTensor> indexed(Path index) {
    JsonFields weightMap =
        JsonFields.read(index, LONGEST_INDEX)
            .object("weight_map")
            .orElseThrow(
                () ->
                    new ProblemException(
                        index + ": weight_map is missing; download the file again."));
    Map<String, Path> fileOf = new HashMap<>();
    for (String tensor : weightMap.names()) {
      weightMap.text(tensor).ifPresent(name -> fileOf.put(tensor, inDirectory(index, name)));
    }
    Map<String, StoredTensor> tensors = byName(List.copyOf(new TreeSet<>(fileOf.values())));
    fileOf.forEach(
        (name, file) -> {
          StoredTensor tensor = tensors.get(name);
          if (tensor == null || !tensor.file().equals(file)) {
            throw new ProblemException(
                "%s says that tensor %s is in %s, and it is not; download both files again."
                    .formatted(index, UntrustedText.shown(name), file.getFileName()));
          }
        });
    return tensors;
  }

  private Path inDirectory(Path index, String name) {
    if (!name.endsWith(SUFFIX) || name.chars().anyMatch(c -> c < ' ' || "/\\:".indexOf(c) >= 0)) {
      throw new ProblemException(
          "%s: weight_map names %s, which is not a safetensors file in the same folder; download the index again."
              .formatted(index, UntrustedText.shown(name)));
    }
    Path file = directory.resolve(name);
    if (Files.notExists(file)) {
      throw new ProblemException(
          "%s is missing, and %s names it; download it into the same folder."
              .formatted(file, index.getFileName()));
    }
    return file;
  }

  private Path only() {
    List<Path> files = namesEndingWith(SUFFIX);
    return switch (files.size()) {
      case 0 -> throw noSafetensors();
      case 1 -> files.getFirst();
      default ->
          throw new ProblemException(
              "%s holds %d safetensors files and no %s; download that file too."
                  .formatted(directory, files.size(), INDEX));
    };
  }

  private ProblemException noSafetensors() {
    Optional<Path> pickle =
        Stream.of(".bin", ".pt", ".pth").flatMap(end -> namesEndingWith(end).stream()).findFirst();
    if (pickle.isPresent()) {
      return new ProblemException(
          ("%s holds pickled weights, which can run code when they are read, and no safetensors;"
                  + " load the model with the Python library transformers and save it with"
                  + " save_pretrained(folder, safe_serialization=True).")
              .formatted(pickle.get()));
    }
    Optional<Path> gguf = namesEndingWith(".gguf").stream().findFirst();
    if (gguf.isPresent()) {
      return GgufFile.refused(gguf.get());
    }
    return new ProblemException(
        directory + " holds no safetensors file; download model.safetensors into it.");
  }

  private List<Path> namesEndingWith(String suffix) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw CheckpointFile.unreadable(directory, e);
    } catch (UncheckedIOException e) {
      throw CheckpointFile.unreadable(directory, e.getCause());
    }
  }

  private static Map<String, StoredTensor> byName(List<Path> files) {
    Map<String, StoredTensor> tensors = new HashMap<>();
    for (Path file : files) {
      for (StoredTensor tensor : SafetensorsHeader.read(file)) {
        StoredTensor other = tensors.putIfAbsent(tensor.name(), tensor);
        if (other != null) {
          throw new ProblemException(
              "Tensor %s is both in %s and in %s; download the checkpoint again."
                  .formatted(
                      UntrustedText.shown(tensor.name()),
                      other.file(),
                      tensor.file().getFileName()));
        }
      }
    }
    return tensors;
  }
}
