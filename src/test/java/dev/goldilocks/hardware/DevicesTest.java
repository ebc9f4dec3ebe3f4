package dev.goldilocks.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {

  private static final String NO_CUDA =
      "The device cuda cannot be used: this version comes with the CPU build of libtorch, which has"
          + " no CUDA kernels; choose cpu.";
  private static final String NO_MPS =
      "The device mps cannot be used: the model program has no path for Apple GPUs in this version;"
          + " choose cpu.";
  private static final String WAY_TO_CUDA =
      "It would take an NVIDIA GPU with its driver, the CUDA build of libtorch in place of the CPU"
          + " one, and a model program that keeps weights and cache on the GPU: this version puts"
          + " every tensor on the CPU.";
  private static final String WAY_TO_MPS =
      "It would take an Apple silicon Mac and a model program that keeps weights and cache on its"
          + " GPU: this version puts every tensor on the CPU.";
  private static final MachineDescription MACHINE =
      new MachineDescription("Some CPU", 6, 12, 16L << 30, "Some OS 1", "25");

  @Test
  void listsEveryDeviceAndWhyItCannotBeUsed() {
    assertThat(Devices.of(MACHINE))
        .containsExactly(
            new Device.Usable(DeviceKind.CPU, 6, 12),
            new Device.NotUsable(DeviceKind.CUDA, NO_CUDA, WAY_TO_CUDA),
            new Device.NotUsable(DeviceKind.MPS, NO_MPS, WAY_TO_MPS));
  }

  @Test
  void findsTheDeviceOfAName() {
    assertThat(Devices.usable("cpu", MACHINE)).isEqualTo(new Device.Usable(DeviceKind.CPU, 6, 12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cuda | " + NO_CUDA,
        "mps | " + NO_MPS,
        "tpu | There is no device tpu; choose one of cpu, cuda, mps."
      })
  void refusesADeviceThatCannotBeUsed(String id, String sentence) {
    assertThatThrownBy(() -> Devices.usable(id, MACHINE))
        .isInstanceOf(ProblemException.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12})
  void takesAsManyThreadsAsThereAreLogicalProcessors(int threads) {
    assertThat(Devices.usable("cpu", MACHINE).checkedThreads(threads)).isEqualTo(threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 13, 99_999})
  void refusesThreadsThatTheMachineDoesNotHave(int threads) {
    Device.Usable cpu = Devices.usable("cpu", MACHINE);

    assertThatThrownBy(() -> cpu.checkedThreads(threads))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The number of threads is "
                + threads
                + "; give 1 to 12, at most one for each logical processor of this machine.");
  }
}
