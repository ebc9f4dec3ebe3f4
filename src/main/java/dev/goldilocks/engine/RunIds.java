package dev.goldilocks.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Makes ids of runs: the UTC time to the millisecond, so that they sort by it, and a random end, so
 * that two windows never make the same. Digits, lower-case letters and hyphens only: fit for file
 * names everywhere. Safe for use by several threads when its random generator is.
 */
final class RunIds {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final RandomGenerator random;

  RunIds(RandomGenerator random) {
    this.random = random;
  }

  /** A new id for a run of that moment, for example {@code 20261123-104512-087-5f3a90c1}. */
  String next(Instant moment) {
    return TIME.format(moment) + "-" + HexFormat.of().toHexDigits(random.nextInt());
  }
}
