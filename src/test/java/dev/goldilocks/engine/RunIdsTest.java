package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunIdsTest {

  @Test
  void anIdIsTheTimeAndARandomEnd() {
    assertThat(idAt("2026-11-23T10:45:12.087Z")).matches("20261123-104512-087-[0-9a-f]{8}");
  }

  @Test
  void idsSortByTime() {
    String earlier = idAt("2026-11-23T23:59:59.999Z");
    String later = idAt("2026-11-24T00:00:00Z");

    assertThat(earlier).isLessThan(later);
  }

  @Test
  void idsOfTheSameMomentDiffer() {
    RunIds ids = new RunIds(new Random(1));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      seen.add(ids.next(Instant.EPOCH));
    }

    assertThat(seen).hasSize(1_000);
  }

  @Test
  void digitsAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(idAt("2026-11-23T10:45:12Z")).startsWith("20261123-104512-000-");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String idAt(String instant) {
    return new RunIds(new Random(1)).next(Instant.parse(instant));
  }
}
