package dev.goldilocks.cli;

import dev.goldilocks.bench.RunSpec;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * The values of K to measure, as an option gives them.
 *
 * @param values ascending, each once
 */
record DraftTokens(List<Integer> values) {

  private static final Pattern ITEM = Pattern.compile("(\\d{1,6})(?:\\.\\.(\\d{1,6}))?");

  DraftTokens {
    values = List.copyOf(values);
  }

  /** Reads one value ({@code 4}), a range ({@code 1..8}), or several of both ({@code 1,2,4..6}). */
  static DraftTokens parse(String text) {
    TreeSet<Integer> values = new TreeSet<>();
    for (String item : text.split(",", -1)) {
      Matcher matcher = ITEM.matcher(item.strip());
      if (!matcher.matches()) {
        throw wrong(text);
      }
      int from = Integer.parseInt(matcher.group(1));
      int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
      if (from < 1 || to < from || to > RunSpec.MOST_DRAFT_TOKENS) {
        throw wrong(text);
      }
      for (int k = from; k <= to; k++) {
        values.add(k);
      }
    }
    return new DraftTokens(List.copyOf(values));
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException(
        "'%s' is no list of K; give whole numbers from 1 to %d, for example 4, 1..8 or 1,2,4"
            .formatted(text, RunSpec.MOST_DRAFT_TOKENS));
  }
}
