package dev.goldilocks;

/** Starts the window or a command. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {}
}
