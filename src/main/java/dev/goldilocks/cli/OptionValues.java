package dev.goldilocks.cli;

import dev.goldilocks.decode.Precision;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How the words after options are read, with a sentence for each that cannot be. */
final class OptionValues {

  private OptionValues() {}

  static void register(CommandLine commandLine) {
    commandLine.registerConverter(DraftTokens.class, DraftTokens::parse);
    commandLine.registerConverter(DrafterKind.class, DrafterKind::parse);
    commandLine.registerConverter(TokenIds.class, TokenIds::parse);
    commandLine.registerConverter(Precision.class, OptionValues::precision);
    commandLine.registerConverter(int.class, OptionValues::wholeNumber);
    commandLine.registerConverter(Integer.class, OptionValues::wholeNumber);
    commandLine.registerConverter(long.class, OptionValues::longWholeNumber);
    commandLine.registerConverter(double.class, OptionValues::number);
  }

  private static Precision precision(String text) {
    return Arrays.stream(Precision.values())
        .filter(precision -> precision.label().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no precision that runs here; give one of %s"
                        .formatted(text, precisions())));
  }

  private static String precisions() {
    return Arrays.stream(Precision.values())
        .map(Precision::label)
        .collect(Collectors.joining(", "));
  }

  private static int wholeNumber(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw notAWholeNumber(text);
    }
  }

  private static long longWholeNumber(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw notAWholeNumber(text);
    }
  }

  private static TypeConversionException notAWholeNumber(String text) {
    return new TypeConversionException("'" + text + "' is not a whole number");
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number, such as 0.8");
    }
  }
}
