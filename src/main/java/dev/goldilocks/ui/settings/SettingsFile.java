package dev.goldilocks.ui.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings on disk: one JSON file, replaced as a whole so that it is never half-written. What
 * it holds is convenience: a part that cannot be read is as on a first start, and a file that is no
 * JSON at all is put aside as {@code settings.json.unreadable}, never overwritten in silence.
 */
public final class SettingsFile {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

  private final Path file;
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final RunCodec codec = new RunCodec();

  /**
   * @param file need not exist
   */
  public SettingsFile(Path file) {
    this.file = file;
  }

  /** What was saved last; the settings of a first start when nothing was. */
  public Settings load() {
    if (!Files.exists(file)) {
      return Settings.FIRST_START;
    }
    try {
      JsonNode root = mapper.readTree(Files.readString(file));
      return new Settings(
          theme(root),
          place(root.path("window")),
          spec(root.path("setup")),
          setups(root),
          folders(root),
          waiting(root),
          columns(root.path("columns")));
    } catch (JacksonException e) {
      putAside(e);
      return Settings.FIRST_START;
    } catch (IOException e) {
      LOG.warn("The settings {} cannot be read; starting without them", file, e);
      return Settings.FIRST_START;
    }
  }

  /**
   * Replaces what was saved.
   *
   * @throws ProblemException when the file cannot be written
   */
  public void save(Settings settings) {
    ObjectNode root = mapper.createObjectNode();
    root.put("theme", settings.theme().name());
    settings.place().ifPresent(place -> root.set("window", mapper.valueToTree(place)));
    ArrayNode folders = root.putArray("modelFolders");
    settings.modelFolders().forEach(folder -> folders.add(folder.toString()));
    try {
      if (settings.setup().isPresent()) {
        root.set("setup", mapper.readTree(codec.write(settings.setup().get())));
      }
      ArrayNode setups = root.putArray("setups");
      for (NamedSetup named : settings.setups()) {
        ObjectNode setup = setups.addObject();
        setup.put("name", named.name());
        setup.set("setup", mapper.readTree(codec.write(named.spec())));
      }
      ArrayNode waiting = root.putArray("waiting");
      for (RunSpec spec : settings.waiting()) {
        waiting.add(mapper.readTree(codec.write(spec)));
      }
      settings.columns().ifPresent(columns -> root.set("columns", mapper.valueToTree(columns)));
      replace(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    } catch (IOException e) {
      throw new ProblemException(
          "The settings cannot be saved to "
              + file
              + " ("
              + e.getMessage()
              + "); make room or make it writable.",
          e);
    }
  }

  private void replace(String json) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path draft = Files.createTempFile(directory, "settings", ".tmp");
    try {
      Files.writeString(draft, json);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void putAside(JacksonException reason) {
    Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
    LOG.warn("The settings {} are not JSON; they are kept as {}", file, aside, reason);
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("The settings {} cannot be put aside", file, e);
    }
  }

  private static ThemeChoice theme(JsonNode root) {
    String name = root.path("theme").asText();
    for (ThemeChoice choice : ThemeChoice.values()) {
      if (choice.name().equals(name)) {
        return choice;
      }
    }
    return Settings.FIRST_START.theme();
  }

  private Optional<WindowPlace> place(JsonNode window) {
    if (!window.isObject()) {
      return Optional.empty();
    }
    try {
      WindowPlace place = mapper.treeToValue(window, WindowPlace.class);
      return Optional.of(place)
          .filter(read -> read.width() > 0 && read.height() > 0 && read.extent() != null);
    } catch (JacksonException e) {
      LOG.warn("The window's place in {} is not understood", file, e);
      return Optional.empty();
    }
  }

  private Optional<RunSpec> spec(JsonNode setup) {
    if (!setup.isObject()) {
      return Optional.empty();
    }
    try {
      return Optional.of(codec.readSpec(setup.toString()));
    } catch (ProblemException e) {
      LOG.warn("A set-up in {} is not understood", file, e);
      return Optional.empty();
    }
  }

  private List<NamedSetup> setups(JsonNode root) {
    Map<String, NamedSetup> setups = new LinkedHashMap<>();
    for (JsonNode entry : root.path("setups")) {
      String name = entry.path("name").asText().strip();
      if (!name.isEmpty()) {
        spec(entry.path("setup")).ifPresent(spec -> setups.put(name, new NamedSetup(name, spec)));
      }
    }
    return List.copyOf(setups.values());
  }

  private List<RunSpec> waiting(JsonNode root) {
    List<RunSpec> waiting = new ArrayList<>();
    root.path("waiting").forEach(entry -> spec(entry).ifPresent(waiting::add));
    return waiting;
  }

  private static Optional<List<String>> columns(JsonNode ids) {
    if (!ids.isArray()) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>();
    ids.forEach(id -> columns.add(id.asText()));
    return Optional.of(columns);
  }

  private static List<Path> folders(JsonNode root) {
    List<Path> folders = new ArrayList<>();
    for (JsonNode folder : root.path("modelFolders")) {
      try {
        folders.add(Path.of(folder.asText()));
      } catch (InvalidPathException e) {
        LOG.warn("A folder in the settings has no valid name: {}", folder, e);
      }
    }
    return folders;
  }
}
