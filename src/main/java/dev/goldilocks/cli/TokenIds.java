package dev.goldilocks.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/**
 * Token ids, as an option gives them.
 *
 * @param values in order, at least one
 */
record TokenIds(List<Integer> values) {

  TokenIds {
    values = List.copyOf(values);
  }

  /** Reads ids with commas between them: {@code 1,2,3}. */
  static TokenIds parse(String text) {
    try {
      return new TokenIds(
          Arrays.stream(text.split(",", -1))
              .map(String::strip)
              .map(Integer::parseUnsignedInt)
              .toList());
    } catch (NumberFormatException e) {
      throw new TypeConversionException(
          "'%s' is no list of token ids; give whole numbers from 0 on, for example 1,2,3"
              .formatted(text));
    }
  }
}
