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
  private final Model model;
  private final PtSymbolBlock block;

  private TorchProgram(Model model) {
    this.model = model;
    this.block = (PtSymbolBlock) model.getBlock();
  }

  static TorchProgram load(Path source, Path archiveFolder)
      throws IOException, MalformedModelException {
    TorchArchive.write(source, archiveFolder.resolve("trainer.pt"));
    Model model = Model.newInstance("trainer", "PyTorch");
    model.load(archiveFolder, "trainer");
    JniUtils.setGradMode(true);
    JniUtils.setGraphExecutorOptimize(false);
    return new TorchProgram(model);
  }

  /** Calls a method; the result belongs to the manager. */
  NDArray call(NDManager manager, String method, NDArray... arguments) {
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
