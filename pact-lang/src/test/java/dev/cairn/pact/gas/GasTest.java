package dev.cairn.pact.gas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.Evaluation;
import dev.cairn.pact.chain.Outcome;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.value.PObject;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class GasTest {
  private static final long AMPLE = 1_000_000;

  @Test
  void module_costsByItsCodeNotItsText() {
    String plain = "(module m G (defcap G () true) (defun f (a) (+ a 1)))";
    String documented =
        "(module m G \"doc\" ; text\n (defcap G () true) (defun f (a) \"d\" (+ a 1)))";
    String longer = "(module m G (defcap G () true) (defun f (a) (+ (+ a 1) (+ a 1))))";
    assertThat(milligas(documented)).isEqualTo(milligas(plain));
    assertThat(milligas(longer)).isGreaterThan(milligas(plain));
  }

  @Test
  void costs_ofHugeNumbers_saturate() {
    BigInteger huge = BigInteger.TWO.pow(100_000);
    assertThat(NumberCost.power(huge, huge)).isEqualTo(Long.MAX_VALUE);
    assertThat(NumberCost.shift(BigInteger.ONE, huge)).isEqualTo(Long.MAX_VALUE);
    assertThat(NumberCost.exponential(huge)).isEqualTo(Long.MAX_VALUE);
    assertThat(NumberCost.logarithm(BigInteger.ZERO)).isZero();
    assertThat(NumberCost.squareRoot(BigInteger.ONE)).isZero();
  }

  private static long milligas(String code) {
    GasMeter meter = GasMeter.limited(AMPLE);
    assertThat(Evaluation.run(code, PObject.EMPTY, meter)).isInstanceOf(Outcome.Success.class);
    return meter.milligasUsed();
  }
}
