package dev.goldilocks.checkpoint;

/** The decoder families that the model program knows. */
public enum Architecture {
  LLAMA("llama", "LlamaForCausalLM"),
  QWEN2("qwen2", "Qwen2ForCausalLM");

  private final String modelType;
  private final String className;

  Architecture(String modelType, String className) {
    this.modelType = modelType;
    this.className = className;
  }

  /** {@code model_type} in the config. */
  public String modelType() {
    return modelType;
  }

  /** Entry of {@code architectures} in the config. */
  public String className() {
    return className;
  }
}
