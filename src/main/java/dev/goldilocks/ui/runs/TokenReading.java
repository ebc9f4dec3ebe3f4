package dev.goldilocks.ui.runs;

import java.util.List;

/**
 * What is told of one token of a timeline.
 *
 * @param token its text with signs for what cannot be seen
 * @param name the token for those who hear it
 * @param fate what became of it, in a sentence
 * @param place its id, and its place in the text when it has one
 * @param candidates what could have stood there, the target's most probable first; empty when
 *     nobody looked
 * @param acceptance how likely the drafted token was to be accepted, or why there is no figure
 * @param round the round that it is of
 * @param parts where the round's time went
 */
public record TokenReading(
    String token,
    String name,
    String fate,
    String place,
    List<Candidate> candidates,
    String acceptance,
    String round,
    List<Part> parts) {

  public TokenReading {
    candidates = List.copyOf(candidates);
    parts = List.copyOf(parts);
  }

  /**
   * A token that could have stood there.
   *
   * @param token its text with signs for what cannot be seen
   * @param target the target's probability
   * @param draft the draft's
   * @param isPointed whether it is the token that is told of
   */
  public record Candidate(String token, String target, String draft, boolean isPointed) {}

  /**
   * A part of a round's time.
   *
   * @param name of the part
   * @param milliseconds with their unit
   */
  public record Part(String name, String milliseconds) {}

  /** All of it in sentences, for those who hear it. */
  String spoken() {
    StringBuilder text =
        new StringBuilder(name).append(". ").append(fate).append(' ').append(place).append(". ");
    for (Candidate candidate : candidates) {
      text.append(candidate.token())
          .append(' ')
          .append(candidate.target())
          .append(", ")
          .append(candidate.draft())
          .append(". ");
    }
    return text.append(acceptance).append(' ').append(round).toString().strip();
  }
}
