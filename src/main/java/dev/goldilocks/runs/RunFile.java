package dev.goldilocks.runs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.bench.RunRecord;

/**
 * A run together with the document it was read from, so that fields of that document which this
 * version does not know survive when the run is written again.
 *
 * @param run the run
 * @param document the document as read; empty for a run that was never in a file
 */
public record RunFile(RunRecord run, ObjectNode document) {

  /** A run that was never in a file. */
  public static RunFile of(RunRecord run) {
    return new RunFile(run, JsonNodeFactory.instance.objectNode());
  }

  /** The same document with other content. */
  public RunFile with(RunRecord changed) {
    return new RunFile(changed, document);
  }
}
