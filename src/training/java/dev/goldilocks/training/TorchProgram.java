package dev.goldilocks.training;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Path;

/** The training program, compiled and run by libtorch. Arguments and results are tensors. */
final class TorchProgram implements AutoCloseable {
  private static final String NAME = "trainer";

  private final Model model;
  private final PtSymbolBlock block;

  private TorchProgram(Model model) {
    this.model = model;
    this.block = (PtSymbolBlock) model.getBlock();
  }

  /**
   * Packs and compiles a program.
   *
   * @param source TorchScript, in the dialect of saved archives
   * @param folder where the packed program goes
   */
  static TorchProgram load(Path source, Path folder) throws IOException, MalformedModelException {
    TorchArchive.write(source, folder.resolve(NAME + ".pt"));
    Model model = Model.newInstance(NAME, "PyTorch");
    model.load(folder, NAME);
    return new TorchProgram(model);
  }

  /** Calls a method; the result belongs to the manager. Several threads may call at once. */
  NDArray call(NDManager manager, String method, NDArray... arguments) {
    // Both are the thread's own settings; the optimising executor crashes when two threads share
    // it.
    JniUtils.setGradMode(true);
    JniUtils.setGraphExecutorOptimize(false);
    NDList list = new NDList(arguments);
    NDArray name = manager.create(0);
    name.setName("module_method:" + method);
    list.add(name);
    NDArray result = IValueUtils.forward(block, list, true).get(0);
    result.attach(manager);
    return result;
  }

  @Override
  public void close() {
    model.close();
  }
}
