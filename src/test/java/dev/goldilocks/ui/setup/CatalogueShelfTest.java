package dev.goldilocks.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.home.InstallationHome;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueShelfTest {

  @TempDir private Path home;
  private CatalogueShelf shelf;

  @BeforeEach
  void copyAModel() throws IOException, URISyntaxException {
    copy("llama", home.resolve("assets/models/tiny"));
    shelf = new CatalogueShelf(() -> new InstallationHome(home), List.of());
  }

  @Test
  void bundledModelsAreThoseOfTheProgram() {
    assertThat(shelf.bundled()).extracting(Checkpoint::id).containsExactly("tiny");
  }

  @Test
  void modelsOfOtherFoldersFollowThoseOfTheProgram() throws Exception {
    copy("qwen2", home.resolve("mine/qwen"));
    CatalogueShelf both =
        new CatalogueShelf(() -> new InstallationHome(home), List.of(home.resolve("mine")));
    assertThat(both.bundled()).extracting(Checkpoint::id).containsExactly("tiny", "qwen");
  }

  @Test
  void thePairOfTheCommandsIsTheLargestAndTheSmallestOfTheProgramsOwnModels() throws Exception {
    copy("qwen2", home.resolve("assets/models/small"));
    copy("qwen2", home.resolve("mine/qwen"));
    CatalogueShelf both =
        new CatalogueShelf(() -> new InstallationHome(home), List.of(home.resolve("mine")));
    assertThat(both.bundledPair())
        .get()
        .extracting(pair -> pair.target().id(), pair -> pair.draft().id())
        .containsExactly("tiny", "small");
  }

  @Test
  void oneModelMakesNoPair() {
    assertThat(shelf.bundledPair()).isEmpty();
  }

  @Test
  void aModelFitsItself() {
    Checkpoint model = shelf.bundled().getFirst();
    assertThat(shelf.mismatch(model, model)).isEmpty();
  }

  @Test
  void aModelOfAnotherVocabularyDoesNotFit() throws Exception {
    Checkpoint model = shelf.bundled().getFirst();
    copy("qwen2", home.resolve("mine/qwen"));
    Path config = home.resolve("mine/qwen/tokenizer.json");
    Files.writeString(config, Files.readString(config).replaceFirst("\"[a-z]\":", "\"§\":"));
    Checkpoint other = shelf.open(home.resolve("mine/qwen")).getFirst();
    assertThat(shelf.mismatch(model, other)).get().asString().contains("choose a draft");
  }

  @Test
  void aFolderWithoutModelsIsRefusedWithTheReason() throws IOException {
    Path empty = Files.createDirectory(home.resolve("empty"));
    assertThatThrownBy(() -> shelf.open(empty))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(empty + " holds no model");
  }

  private static void copy(String fixture, Path to) throws IOException, URISyntaxException {
    Path from = Path.of(CatalogueShelfTest.class.getResource("/fixtures/" + fixture).toURI());
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
