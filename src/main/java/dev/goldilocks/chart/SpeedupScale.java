package dev.goldilocks.chart;

import dev.goldilocks.bench.Interval;
import java.util.List;
import java.util.stream.DoubleStream;

/** The axis of speedups: it holds every interval and the line of no gain. */
final class SpeedupScale {

  private SpeedupScale() {}

  static LinearScale of(List<Interval> speedups, int mostTicks) {
    double[] values =
        DoubleStream.concat(
                DoubleStream.of(1), speedups.stream().flatMapToDouble(SpeedupScale::ends))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return LinearScale.around(values[0], values[values.length - 1], mostTicks);
  }

  private static DoubleStream ends(Interval interval) {
    return DoubleStream.of(interval.low(), interval.value(), interval.high());
  }
}
