package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of requests that cannot be understood. */
class RequestTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "modle | There is no command 'modle', only run, generate, compare, import, models,"
            + " probe, passes, selftest. Try goldilocks --help.",
        "run --taget x | There is no option '--taget' (did you mean --target?)."
            + " Try goldilocks run --help.",
        "run extra | 'extra' is one argument too many. Try goldilocks run --help.",
        "run -k 0 | Invalid value for option '--draft-tokens': '0' is no list of K; give whole"
            + " numbers from 1 to 64, for example 4, 1..8 or 1,2,4, and policies: heuristic, auto,"
            + " or 8@0.4 to stop under a confidence of 0.4. Try goldilocks run --help.",
        "run --threads | There is no value after --threads; write --threads N. Try goldilocks run"
            + " --help.",
        "run --threads 1 --threads 2 | --threads is given more than once. Try goldilocks run"
            + " --help.",
        "import | import needs FILE. Try goldilocks import --help.",
        "generate --target t --max-new-tokens 4 | generate needs --prompt TEXT or --ids 1,2,3. Try"
            + " goldilocks generate --help.",
        "generate --prompt a | generate needs --target DIR and --max-new-tokens N. Try goldilocks"
            + " generate --help.",
        "run --threads two | Invalid value for option '--threads': 'two' is not a whole"
            + " number. Try goldilocks run --help.",
        "run --precision f16 | Invalid value for option '--precision': 'f16' is no precision that"
            + " runs here; give one of f32, bf16, int8. Try goldilocks run --help.",
        "run --temperature warm | Invalid value for option '--temperature': 'warm' is not a"
            + " number, such as 0.8. Try goldilocks run --help.",
        "run --temperature -1 | The temperature is -1.0; give a number from 0 (greedy) to 10.",
        "run --threads 0 | The number of threads is 0; give 1 to 6, at most one for each logical"
            + " processor of this machine.",
        "run --device npu | There is no device npu; choose one of cpu, cuda, mps.",
        "run --limit 0 | The number of prompts is 0; give at least 1.",
        "run --target m | --target is given without --draft; name both models, or neither for the"
            + " bundled pair.",
        "run --draft m | --draft is given without --target; name both models, or neither for the"
            + " bundled pair.",
      })
  void isOneSentenceAndExitCode2(String line, String sentence) {
    Shell shell = new Shell(directory);

    Shell.Outcome outcome = shell.execute(line.split(" "));

    assertThat(outcome).isEqualTo(new Shell.Outcome(2, "", sentence + "\n"));
    assertThat(shell.runs.specs).isEmpty();
  }
}
