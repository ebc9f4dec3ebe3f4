package dev.goldilocks.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.ui.fake.Shelves;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ModelFactsTest {

  @Test
  void aModelIsToldBySizeLayersVocabularyAndType() {
    ModelFacts facts = new ModelFacts(new Texts(Locale.ENGLISH), new FigureFormat(Locale.ENGLISH));
    assertThat(facts.line(Shelves.STRANGER))
        .isEqualTo("494M weights · 24 layers · 151,936 vocabulary · bf16");
  }
}
