package dev.cairn.pact.gas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.Evaluation;
import dev.cairn.pact.chain.Outcome;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.value.PObject;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GasTest {
  private static final long AMPLE = 1_000_000;

  /** Totals of the reference implementation's table model. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "100 | (mod 13 8)",
        "130 | (+ 10 10)",
        "127 | (* 10 1000)",
        "868 | (^ 1 100)",
        "250 | (~ 100)",
        "201 | (= \"a\" \"b\")",
        "264 | (< 10 1)",
        "405 | (contains \"hallo\" [\"hallo\" \"welt\"])",
        "360 | (remove \"bar\" { \"foo\": 1, \"bar\": 2 })",
        "820 | (concat [\"k\" \"d\" \"a\"])",
        "1300 | (show 1)",
        "1900 | (format \"My {} has {}\" [\"dog\" \"fleas\"])",
        "751 | (str-to-list \"hello\")",
        "602 | (parse-time \"%F\" \"2016-09-12\")",
        "750 | (add-time (time \"2016-07-22T12:00:00Z\") 15)",
        "331 | (base64-decode \"aGVsbG8gd29ybGQh\")",
        "125 | (make-list 5 true)",
        "1090 | (fold (+) 0 [100 10 5])",
        "2760 | (filter (compose (length) (< 2)) [\"my\" \"dog\" \"has\" \"fleas\"])",
        "602 | (cond ((= \"a\" \"a\") 1) 2) (cond ((= \"a\" \"b\") 1) 2)",
      })
  void code_costsAsMuchAsInTheReference(long milligas, String code) {
    assertThat(milligas(code)).isEqualTo(milligas);
  }

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
