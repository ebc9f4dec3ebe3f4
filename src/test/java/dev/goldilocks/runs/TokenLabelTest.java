package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.TokenText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenLabelTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "return, return",
        "` x `, ·x·",
        "`    `, ····",
        "`       `, ·7",
        "`;\\n\\t`, ;⏎⇥",
        "`\\n\\n\\n\\n\\n`, ⏎5",
        "aaaaaaa, aaaaaaa",
        "`\\r`, ‹U+D›",
        "`\u00a0x`, ‹U+A0›x",
        "€, €",
        "getOrDefaultValue, getOrDefaultV…",
      })
  void whatCannotBeSeenHasASign(String text, String label) {
    assertThat(TokenLabel.shortened(7, characters(text.translateEscapes()))).isEqualTo(label);
  }

  @Test
  void aPieceOfACharacterIsItsBytes() {
    assertThat(TokenLabel.shortened(7, Optional.of(new TokenText.Bytes("e282"))))
        .isEqualTo("‹E2 82›");
  }

  @Test
  void aTokenWithoutATextIsItsNumber() {
    assertThat(TokenLabel.shortened(151_643, Optional.empty())).isEqualTo("#151643");
    assertThat(TokenLabel.shortened(7, characters(""))).isEqualTo("∅");
  }

  @Test
  void spacesAreSpoken() {
    assertThat(TokenLabel.spoken(7, characters("\n\tx"))).isEqualTo("new line  tab x");
    assertThat(TokenLabel.spoken(7, Optional.empty())).isEqualTo("number 7");
  }

  private static Optional<TokenText> characters(String text) {
    return Optional.of(new TokenText.Characters(text));
  }
}
