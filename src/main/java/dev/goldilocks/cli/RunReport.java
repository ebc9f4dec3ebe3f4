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

    @Override
    String whatIsLeft() {
      return "What is printed here is all there is of it: keep that.";
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

    @Override
    String whatIsLeft() {
      return "The document on standard output is its run file: keep that.";
    }
  };

  /** Gives the figures. */
  abstract void figures(RunRecord run, Terminal terminal);

  /** Says where something was saved. */
  abstract void say(String sentence, Terminal terminal);

  /** What a run is to be had from when it could be written nowhere, in one sentence. */
  abstract String whatIsLeft();
}
