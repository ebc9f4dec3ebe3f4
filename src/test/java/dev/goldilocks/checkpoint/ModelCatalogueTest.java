package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogueTest {

  @TempDir Path folder;

  @Test
  void aFolderMayBeACheckpointItself() {
    Path checkpoint = Fixtures.copy("llama", folder);

    assertThat(ModelCatalogue.list(List.of(checkpoint)))
        .containsExactly(new CatalogueEntry.Usable(CheckpointReader.read(checkpoint)));
  }

  @Test
  void findsCheckpointsUpToTwoFoldersBelow() throws IOException {
    Path below = Fixtures.copy("qwen2", folder);
    Path twoBelow = Fixtures.copy("llama", Files.createDirectory(folder.resolve("meta")));
    Fixtures.copy("llama3", Files.createDirectories(folder.resolve("too/deep")));

    assertThat(list())
        .containsExactly(
            new CatalogueEntry.Usable(CheckpointReader.read(twoBelow)),
            new CatalogueEntry.Usable(CheckpointReader.read(below)));
  }

  @Test
  void saysWhyAFolderCannotBeUsed() throws IOException {
    Path checkpoint = Fixtures.copy("llama", folder);
    Files.delete(checkpoint.resolve("tokenizer.json"));

    assertThat(list())
        .containsExactly(
            new CatalogueEntry.NotUsable(
                checkpoint,
                "llama",
                checkpoint.resolve("tokenizer.json")
                    + " is missing; download it into the same folder."));
  }

  @Test
  void listsFoldersWithOtherKindsOfWeightsToo() throws IOException {
    Files.createFile(Files.createDirectory(folder.resolve("gguf")).resolve("x.gguf"));
    Files.createFile(Files.createDirectory(folder.resolve("pickle")).resolve("pytorch_model.bin"));
    Files.createFile(Files.createDirectory(folder.resolve("weights")).resolve("x.safetensors"));
    Files.createFile(Files.createDirectory(folder.resolve("unrelated")).resolve("notes.txt"));

    assertThat(list()).extracting(CatalogueEntry::id).containsExactly("gguf", "pickle", "weights");
  }

  @Test
  void takesTheCurrentSnapshotOfAHuggingFaceCache() throws IOException {
    Path repository = folder.resolve("hub").resolve("models--org--name");
    Path old = Files.createDirectories(repository.resolve("snapshots").resolve("0a1b"));
    Path current = Files.createDirectories(repository.resolve("snapshots").resolve("9f8e"));
    copyFiles("llama", old);
    copyFiles("llama", current);
    Files.createDirectory(repository.resolve("refs"));
    Files.writeString(repository.resolve("refs").resolve("main"), "9f8e");

    List<CatalogueEntry> entries = list();

    assertThat(entries).containsExactly(new CatalogueEntry.Usable(CheckpointReader.read(current)));
    assertThat(entries.getFirst().id()).isEqualTo("org/name");
  }

  @Test
  void takesEverySnapshotWhereNoneIsCurrent() throws IOException {
    Path snapshots = folder.resolve("models--org--name").resolve("snapshots");
    Path one = Files.createDirectories(snapshots.resolve("0a1b"));
    Path other = Files.createDirectories(snapshots.resolve("9f8e"));
    copyFiles("llama", one);
    copyFiles("llama", other);

    assertThat(list()).extracting(CatalogueEntry::directory).containsExactly(one, other);
  }

  @Test
  void letsNoReferenceLeadOutOfTheCache() throws IOException {
    Path outside = Fixtures.copy("llama", folder.resolve("outside"));
    Path repository = folder.resolve("models--org--name");
    Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve("0a1b"));
    copyFiles("llama", snapshot);
    Files.createDirectory(repository.resolve("refs"));
    Files.writeString(repository.resolve("refs").resolve("main"), outside.toString());

    assertThat(ModelCatalogue.list(List.of(repository)))
        .extracting(CatalogueEntry::directory)
        .containsExactly(snapshot);
  }

  @Test
  void listsACheckpointThatIsMetTwiceOnce() {
    Path checkpoint = Fixtures.copy("llama", folder);

    assertThat(ModelCatalogue.list(List.of(folder, checkpoint)))
        .extracting(CatalogueEntry::directory)
        .containsExactly(checkpoint);
  }

  @Test
  void saysThatAFolderHoldsNoModel() {
    assertThat(list())
        .containsExactly(
            new CatalogueEntry.NotUsable(
                folder,
                folder.getFileName().toString(),
                folder
                    + " holds no model, nor do the folders in it; choose a folder with config.json"
                    + " and safetensors."));
  }

  @Test
  void saysThatAFolderDoesNotExist() {
    Path missing = folder.resolve("missing");

    assertThat(ModelCatalogue.list(List.of(missing)))
        .containsExactly(
            new CatalogueEntry.NotUsable(
                missing,
                "missing",
                "The model folder " + missing + " does not exist; check its path."));
  }

  private List<CatalogueEntry> list() {
    return ModelCatalogue.list(List.of(folder));
  }

  private static void copyFiles(String fixture, Path into) throws IOException {
    for (String name :
        List.of("config.json", "generation_config.json", "tokenizer.json", "model.safetensors")) {
      Files.copy(Fixtures.directory(fixture).resolve(name), into.resolve(name));
    }
  }
}
