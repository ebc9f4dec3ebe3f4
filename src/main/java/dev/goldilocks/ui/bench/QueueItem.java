package dev.goldilocks.ui.bench;

import dev.goldilocks.bench.RunSpec;
import java.util.Optional;

/**
 * A run that waits, goes on or has ended. Two are the same only when they are the same object: the
 * same run can be asked for twice.
 */
public final class QueueItem {

  private final RunSpec spec;
  private final String name;
  private final String conditions;
  private State state = State.WAITING;
  private String result = "";
  private Optional<String> savedRun = Optional.empty();

  /** How far a run is. */
  public enum State {
    WAITING,
    RUNNING,
    FINISHED,
    CANCELLED,
    FAILED;

    /** Key of its name in the bundle. */
    String key() {
      return switch (this) {
        case WAITING -> "queue.state.waiting";
        case RUNNING -> "queue.state.running";
        case FINISHED -> "queue.state.finished";
        case CANCELLED -> "queue.state.cancelled";
        case FAILED -> "queue.state.failed";
      };
    }

    /** Whether nothing comes after it. */
    public boolean ended() {
      return switch (this) {
        case WAITING, RUNNING -> false;
        case FINISHED, CANCELLED, FAILED -> true;
      };
    }
  }

  /**
   * A run that waits.
   *
   * @param name its models
   * @param conditions the rest of what it is asked for
   */
  QueueItem(RunSpec spec, String name, String conditions) {
    this.spec = spec;
    this.name = name;
    this.conditions = conditions;
  }

  /** What it is asked for. */
  public RunSpec spec() {
    return spec;
  }

  /** Its models. */
  public String name() {
    return name;
  }

  /** The rest of what it is asked for, in one line. */
  public String conditions() {
    return conditions;
  }

  /** How far it is. */
  public State state() {
    return state;
  }

  /** What came of it, in short; empty before it has ended. */
  public String result() {
    return result;
  }

  /** The id of its saved run; empty while there is none. */
  public Optional<String> savedRun() {
    return savedRun;
  }

  void begin() {
    state = State.RUNNING;
  }

  void end(State how, String cameOfIt) {
    state = how;
    result = cameOfIt;
  }

  void saved(String id) {
    savedRun = Optional.of(id);
  }
}
