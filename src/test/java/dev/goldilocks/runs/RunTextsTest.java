package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.LedgerPart;
import dev.goldilocks.bench.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunTextsTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/goldilocks/runs");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z_]+(?:\\.[a-z_]+)*)\"");

  private static Stream<String> keys(String prefix, Enum<?>[] values) {
    return Stream.of(values).map(value -> prefix + value.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void everyKeyIsUsedAndEveryUsedKeyExists() throws IOException {
    Set<String> used = new TreeSet<>();
    for (String file :
        List.of("SetUpText", "VerdictText", "LedgerText", "DisturbanceText", "ActivityText")) {
      LITERAL
          .matcher(Files.readString(SOURCES.resolve(file + ".java")))
          .results()
          .map(MatchResult::group)
          .map(literal -> literal.substring(1, literal.length() - 1))
          .forEach(used::add);
    }
    Stream.of(
            keys("ledger.", LedgerPart.values()),
            keys("part.", SetUpPart.values()),
            keys("part.", SetUpPart.values()).map(key -> key + ".within"),
            keys("difference.", SetUpDifference.Kind.values()),
            keys("provenance.", Provenance.values()))
        .flatMap(keys -> keys)
        .forEach(used::add);

    assertThat(used)
        .isEqualTo(
            new RunTexts(Locale.ROOT)
                .bundle().keySet().stream().collect(Collectors.toCollection(TreeSet::new)));
  }
}
