package dev.goldilocks.cli;

import picocli.CommandLine.Command;

/** What {@code goldilocks} itself says; the commands are added to it. */
@Command(
    name = "goldilocks",
    sortOptions = false,
    synopsisHeading = "Usage: ",
    customSynopsis = {
      "goldilocks            opens the window",
      "       goldilocks COMMAND    runs a command"
    },
    description =
        "%nMeasures whether speculative decoding makes a model faster on this machine, and why or"
            + " why not.%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:it did what was asked",
      "  1:the run failed",
      "  2:the request, or a file it names, is wrong",
      "130:it was cancelled"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  goldilocks run -k 1..8",
      "  goldilocks generate --target ./model --prompt 'Hello' --max-new-tokens 64",
      "  goldilocks compare first.json second.json --png chart.png",
      "  goldilocks run --help"
    })
final class GoldilocksCommand {}
