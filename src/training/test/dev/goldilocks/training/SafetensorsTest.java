package dev.goldilocks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.training.Safetensors.Content;
import dev.goldilocks.training.Safetensors.Precision;
import dev.goldilocks.training.Safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Path file = folder.resolve("state.safetensors");
    Tensor tensor = new Tensor(new long[] {2, 3}, new float[] {1, -2, 3.5f, 0, 1e-30f, 7});
    Safetensors.write(file, new Content(Map.of("step", "12"), Map.of("a", tensor)), Precision.F32);

    Content content = Safetensors.read(file);

    assertThat(content.metadata()).isEqualTo(Map.of("step", "12"));
    assertThat(content.tensors().get("a").shape()).containsExactly(2, 3);
    assertThat(content.tensors().get("a").values()).containsExactly(1, -2, 3.5f, 0, 1e-30f, 7);
    assertThat(folder.toFile().list()).containsExactly("state.safetensors");
  }

  @Test
  void bf16IsTheUpperHalfOfAnF32RoundedToEven() {
    assertThat(Safetensors.bf16(1f)).isEqualTo((short) 0x3f80);
    assertThat(Safetensors.bf16(-2.5f)).isEqualTo((short) 0xc020);
    // Half way between 0x3f80 and 0x3f81, and between 0x3f81 and 0x3f82.
    assertThat(Safetensors.bf16(Float.intBitsToFloat(0x3f808000))).isEqualTo((short) 0x3f80);
    assertThat(Safetensors.bf16(Float.intBitsToFloat(0x3f818000))).isEqualTo((short) 0x3f82);
  }

  @Test
  void otherPrecisionsThanF32AreRefused() throws IOException {
    Path file = folder.resolve("model.safetensors");
    Tensor tensor = new Tensor(new long[] {1}, new float[] {1});
    Safetensors.write(file, new Content(Map.of(), Map.of("a", tensor)), Precision.BF16);

    assertThatThrownBy(() -> Safetensors.read(file)).hasMessageContaining("a is not F32");
  }
}
