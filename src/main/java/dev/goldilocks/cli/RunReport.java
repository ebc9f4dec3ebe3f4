package dev.goldilocks.cli;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.runs.RunFile;
import dev.goldilocks.runs.RunFileFormat;

/** How a run's figures are given to whoever asked for them. */
enum RunReport {
  /** A table, and sentences on standard output. */
  TABLE {
    @Override
    void figures(RunRecord run, Terminal terminal) {
      RunTable.lines(run).forEach(terminal::say);
    }

    @Override
    void say(String sentence, Terminal terminal) {
      terminal.say(sentence);
    }
  },
  /** The run file on standard output, and sentences on standard error. */
  JSON {
    @Override
    void figures(RunRecord run, Terminal terminal) {
      terminal.document(RunFileFormat.write(RunFile.of(run)));
    }

    @Override
    void say(String sentence, Terminal terminal) {
      terminal.complain(sentence);
    }
  };

  /** Gives the figures. */
  abstract void figures(RunRecord run, Terminal terminal);

  /** Says where something was saved. */
  abstract void say(String sentence, Terminal terminal);
}
