package dev.goldilocks.cli;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.DraftLengthLabel;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.TypeConversionException;

/**
 * What to measure, as an option gives it.
 *
 * @param lengths each once
 */
record DraftTokens(DraftLengths lengths) {

  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})\\.\\.(\\d{1,6})");

  /**
   * Reads one value ({@code 4}), a range ({@code 1..8}), a policy ({@code heuristic}, {@code auto},
   * {@code 8@0.4}), or several of them ({@code 1,2,4..6,auto}).
   */
  static DraftTokens parse(String text) {
    List<DraftLength> lengths = new ArrayList<>();
    try {
      for (String item : text.split(",", -1)) {
        lengths.addAll(item(item.strip(), text));
      }
      return new DraftTokens(DraftLengths.sorted(lengths));
    } catch (ProblemException _) {
      throw wrong(text);
    }
  }

  private static List<DraftLength> item(String item, String text) {
    Matcher range = RANGE.matcher(item);
    if (!range.matches()) {
      return List.of(DraftLengthLabel.parse(item).orElseThrow(() -> wrong(text)));
    }
    int from = Integer.parseInt(range.group(1));
    int to = Integer.parseInt(range.group(2));
    if (to < from || to > RunSpec.MOST_DRAFT_TOKENS) {
      throw wrong(text);
    }
    return IntStream.rangeClosed(from, to).<DraftLength>mapToObj(DraftLength.Fixed::new).toList();
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException(
        ("'%s' is no list of K; give whole numbers from 1 to %d, for example 4, 1..8 or 1,2,4, and"
                + " policies: heuristic, auto, or 8@0.4 to stop under a confidence of 0.4")
            .formatted(text, RunSpec.MOST_DRAFT_TOKENS));
  }
}
