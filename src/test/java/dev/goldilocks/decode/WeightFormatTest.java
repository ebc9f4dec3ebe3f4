package dev.goldilocks.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WeightFormatTest {

  @Test
  void aNameThatThisProgramHasIsItsPrecision() {
    assertThat(WeightFormat.named("bf16")).isEqualTo(Precision.BF16);
  }

  @Test
  void anyOtherNameIsAFormatOfOthers() {
    assertThat(WeightFormat.named("f16")).isEqualTo(new ForeignFormat("f16"));
    assertThat(WeightFormat.named("f16").label()).isEqualTo("f16");
  }

  @Test
  void aFormatOfOthersHasAName() {
    assertThatIllegalArgumentException().isThrownBy(() -> WeightFormat.named(" "));
  }
}
