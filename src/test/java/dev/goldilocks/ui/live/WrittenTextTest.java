package dev.goldilocks.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.TextPiece;
import dev.goldilocks.bench.TextPiece.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenTextTest {

  @Test
  void piecesAreBrokenAtLineEndsAndJoinedWhereOneOriginGoesOn() {
    assertThat(
            WrittenText.lines(
                List.of(
                    new TextPiece(Origin.TARGET, "int"),
                    new TextPiece(Origin.ACCEPTED, " x"),
                    new TextPiece(Origin.ACCEPTED, " = 1;\n\n"),
                    new TextPiece(Origin.CORRECTED, "}"))))
        .containsExactly(
            List.of(new TextPiece(Origin.TARGET, "int"), new TextPiece(Origin.ACCEPTED, " x = 1;")),
            List.of(),
            List.of(new TextPiece(Origin.CORRECTED, "}")));
  }

  @Test
  void aTabIsFourBlanks() {
    assertThat(WrittenText.lines(List.of(new TextPiece(Origin.BONUS, "\tx"))))
        .containsExactly(List.of(new TextPiece(Origin.BONUS, "    x")));
  }
}
