package dev.goldilocks.hardware;

import dev.goldilocks.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The devices of a machine, and which of them this program can use. */
public final class Devices {

  private Devices() {}

  /** Every kind, in the order in which to show them. */
  public static List<Device> of(MachineDescription machine) {
    return Arrays.stream(DeviceKind.values()).map(kind -> device(kind, machine)).toList();
  }

  /**
   * The device of that name.
   *
   * @param id for example {@code cpu}
   * @throws ProblemException when there is none of that name, or it cannot be used
   */
  public static Device.Usable usable(String id, MachineDescription machine) {
    DeviceKind kind =
        Arrays.stream(DeviceKind.values())
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow(() -> unknown(id));
    return switch (device(kind, machine)) {
      case Device.Usable usable -> usable;
      case Device.NotUsable notUsable -> throw new ProblemException(notUsable.reason());
    };
  }

  private static Device device(DeviceKind kind, MachineDescription machine) {
    return switch (kind) {
      case CPU -> new Device.Usable(kind, machine.physicalCores(), machine.logicalCores());
      case CUDA ->
          new Device.NotUsable(
              kind,
              "The device cuda cannot be used: this version comes with the CPU build of libtorch,"
                  + " which has no CUDA kernels; choose cpu.",
              "It would take an NVIDIA GPU with its driver, the CUDA build of libtorch in place of"
                  + " the CPU one, and a model program that keeps weights and cache on the GPU:"
                  + " this version puts every tensor on the CPU.");
      case MPS ->
          new Device.NotUsable(
              kind,
              "The device mps cannot be used: the model program has no path for Apple GPUs in this"
                  + " version; choose cpu.",
              "It would take an Apple silicon Mac and a model program that keeps weights and cache"
                  + " on its GPU: this version puts every tensor on the CPU.");
    };
  }

  private static ProblemException unknown(String id) {
    return new ProblemException(
        "There is no device %s; choose one of %s."
            .formatted(
                id,
                Arrays.stream(DeviceKind.values())
                    .map(DeviceKind::id)
                    .collect(Collectors.joining(", "))));
  }
}
