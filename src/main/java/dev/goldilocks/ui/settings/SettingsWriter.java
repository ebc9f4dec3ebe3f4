package dev.goldilocks.ui.settings;

/**
 * Writes the settings as they were at the last call, whichever thread comes first: a write that was
 * asked for earlier and comes later does nothing.
 */
public final class SettingsWriter {

  private final SettingsFile file;
  private long asked;
  private long written;

  public SettingsWriter(SettingsFile file) {
    this.file = file;
  }

  /**
   * Takes the settings of this moment.
   *
   * @return writes them, on any thread; throws as {@link SettingsFile#save}
   */
  public Runnable writing(Settings settings) {
    long turn = nextTurn();
    return () -> write(turn, settings);
  }

  private synchronized long nextTurn() {
    return ++asked;
  }

  private synchronized void write(long turn, Settings settings) {
    if (turn > written) {
      file.save(settings);
      written = turn;
    }
  }
}
