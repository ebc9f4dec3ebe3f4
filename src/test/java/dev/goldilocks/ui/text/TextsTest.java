package dev.goldilocks.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.TimelineToken;
import dev.goldilocks.chart.ChartKind;
import dev.goldilocks.text.BundleUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void everyKeyIsUsedAndEveryUsedKeyExists() throws IOException {
    List<String> composed =
        Stream.of(
                Stream.of(ChartKind.values()).map(kind -> "chart." + lower(kind).replace('_', '-')),
                Stream.of(Provenance.values())
                    .filter(provenance -> provenance != Provenance.MEASURED)
                    .map(provenance -> "runs.mark." + lower(provenance)),
                Stream.of(TimelineToken.Fate.values())
                    .map(fate -> "timeline.fate." + lower(fate))
                    .flatMap(key -> Stream.of(key, key + ".means")))
            .flatMap(keys -> keys)
            .toList();
    BundleUse use =
        BundleUse.read(
            new Texts(Locale.ROOT),
            composed,
            Path.of("src/main/java/dev/goldilocks/ui"),
            Path.of("src/main/resources/dev/goldilocks/ui"));

    assertThat(use.unused()).isEmpty();
    assertThat(use.missing()).isEmpty();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
