package dev.goldilocks.bench;

import dev.goldilocks.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where someone else's figures were published.
 *
 * @param title what it is called
 * @param address its web address, when it is known
 * @param note what a reader must know about the figures there
 */
public record Source(String title, Optional<URI> address, Optional<String> note) {

  /**
   * @throws ProblemException when the address is not one of the web: it comes from files of others,
   *     and people will click it
   */
  public Source {
    address.ifPresent(Source::requireWeb);
  }

  /**
   * The web address that a text holds.
   *
   * @throws ProblemException when it holds none
   */
  public static URI webAddress(String text) {
    try {
      URI address = new URI(text);
      requireWeb(address);
      return address;
    } catch (URISyntaxException e) {
      throw notWeb(text, e);
    }
  }

  private static void requireWeb(URI address) {
    boolean isWeb =
        "https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme());
    if (!isWeb || address.getHost() == null) {
      throw notWeb(address.toString(), null);
    }
  }

  private static ProblemException notWeb(String text, URISyntaxException cause) {
    return new ProblemException(
        "The address \"" + text + "\" is not one of the web; give one that begins with https://.",
        cause);
  }
}
