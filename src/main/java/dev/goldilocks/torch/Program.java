package dev.goldilocks.torch;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import dev.goldilocks.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A TorchScript program that libtorch has compiled, with typed calls of its methods.
 *
 * <p>No method may take or return a bfloat16 tensor: the binding does not know the type and ends
 * the process when it meets one. Such values stay inside the program, or cross as raw bytes.
 */
final class Program implements AutoCloseable {

  private static final String ENGINE = "PyTorch";

  private final Model model;
  private final PtSymbolBlock block;
  private final PtNDManager tensors;

  private Program(Model model) {
    this.model = model;
    this.block = (PtSymbolBlock) model.getBlock();
    this.tensors = (PtNDManager) NDManager.newBaseManager(Device.cpu(), ENGINE);
  }

  /**
   * Compiles an archive.
   *
   * @throws IllegalStateException when the library cannot compile it
   */
  static Program compile(ModuleArchive archive) {
    try {
      return load(archive);
    } catch (MalformedModelException | EngineException e) {
      throw new IllegalStateException("the model program does not compile", e);
    }
  }

  /** Whether every operation that an archive names is one of this library's. */
  static boolean compiles(ModuleArchive archive) {
    try (Program _ = load(archive)) {
      return true;
    } catch (MalformedModelException | EngineException _) {
      return false;
    }
  }

  private static Program load(ModuleArchive archive) throws MalformedModelException {
    Model model = Model.newInstance("program", Device.cpu(), ENGINE);
    try {
      model.load(new ByteArrayInputStream(archive.bytes()));
      return new Program(model);
    } catch (IOException e) {
      model.close();
      throw new UncheckedIOException("an archive in memory", e);
    } catch (MalformedModelException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /** Text of a program on the class path, beside this class. */
  static String source(String resource) {
    try (InputStream in = Program.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** Calls a method that returns nothing of interest. */
  void run(String method, Arguments arguments) {
    call(method, arguments).close();
  }

  /** Calls a method that returns an {@code int}. */
  long number(String method, Arguments arguments) {
    try (IValue result = call(method, arguments)) {
      return result.toLong();
    }
  }

  /** Calls a method that returns a {@code float}. */
  double real(String method, Arguments arguments) {
    try (IValue result = call(method, arguments)) {
      return result.toDouble();
    }
  }

  /** Calls a method that returns a {@code List[int]}. */
  long[] numbers(String method, Arguments arguments) {
    try (IValue result = call(method, arguments)) {
      return result.toLongArray();
    }
  }

  /** Calls a method that returns an f32 tensor, and copies its elements. */
  float[] floats(String method, Arguments arguments) {
    try (IValue result = call(method, arguments);
        PtNDArray tensor = result.toTensor(tensors)) {
      return tensor.toFloatArray();
    }
  }

  /** Calls a method that returns an f64 tensor, and copies its elements. */
  double[] doubles(String method, Arguments arguments) {
    try (IValue result = call(method, arguments);
        PtNDArray tensor = result.toTensor(tensors)) {
      return tensor.toDoubleArray();
    }
  }

  /**
   * Calls a method and leaves its result where it is.
   *
   * @return the result, to be handed to another call; the caller closes it
   */
  IValue call(String method, Arguments arguments) {
    try {
      return IValueUtils.runMethod(block, method, arguments.toArray());
    } catch (EngineException e) {
      throw translated(method, e);
    }
  }

  /**
   * A view of memory outside the heap as a tensor of unsigned bytes, without a copy.
   *
   * @param bytes fewer than 2^31
   */
  PtNDArray bytes(MemorySegment bytes) {
    ByteBuffer buffer = bytes.asByteBuffer().order(ByteOrder.nativeOrder());
    return tensors.create(buffer, new Shape(buffer.remaining()), DataType.UINT8);
  }

  private static RuntimeException translated(String method, EngineException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("can't allocate memory") || message.contains("bad_alloc")) {
      return new ProblemException(
          "There is not enough memory for the model; take a smaller one, int8, or a shorter"
              + " context.",
          e);
    }
    return new IllegalStateException("the model program failed in " + method, e);
  }

  @Override
  public void close() {
    tensors.close();
    model.close();
  }
}
