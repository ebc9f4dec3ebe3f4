package dev.goldilocks.training;

import java.nio.file.Path;

/**
 * Where the stages keep what they make. Nothing of it belongs in the repository.
 *
 * @param folder the folder that holds everything
 */
record Workspace(Path folder) {

  /** The source jars. */
  Path jars() {
    return folder.resolve("jars");
  }

  /** Documents to learn from, in UTF-8, each followed by a zero byte. */
  Path trainText() {
    return folder.resolve("text/train.txt");
  }

  /** Documents that nothing is learned from. */
  Path heldOutText() {
    return folder.resolve("text/heldout.txt");
  }

  /** One line a document: hash, split, jar, path, bytes. */
  Path index() {
    return folder.resolve("text/files.tsv");
  }

  /** The training text as ids. */
  Path trainIds() {
    return folder.resolve("text/train.ids");
  }

  /** The held-out text as ids. */
  Path heldOutIds() {
    return folder.resolve("text/heldout.ids");
  }

  /** What the target wrote after a step, as ids. */
  Path targetIds(long step) {
    return folder.resolve("text/target-" + step + ".ids");
  }

  Path tokenizer() {
    return folder.resolve("tokenizer/tokenizer.json");
  }

  /** Weights and optimiser state after the last step that was saved. */
  Path checkpoint() {
    return folder.resolve("checkpoint.safetensors");
  }

  /** Where the packed program goes. */
  Path program() {
    return folder.resolve("program");
  }
}
