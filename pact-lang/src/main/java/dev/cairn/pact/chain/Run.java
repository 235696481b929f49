package dev.cairn.pact.chain;

import dev.cairn.pact.capability.Token;
import dev.cairn.pact.eval.Environment;
import dev.cairn.pact.eval.GasMeter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of the evaluator.
 *
 * @param gas counts on from where it stands; the caller may hand it to the next run
 * @param granted tokens that are on the capability stack from the beginning, such as {@code
 *     coin.GAS}
 * @param acquired capability that is acquired around the code, such as a gas payer's; null for none
 */
public record Run(
    Work work,
    Environment environment,
    GasMeter gas,
    List<Token> granted,
    @Nullable Token acquired) {

  public Run {
    granted = List.copyOf(granted);
  }

  /** A run with nothing granted. */
  public static Run of(Work work, Environment environment, GasMeter gas) {
    return new Run(work, environment, gas, List.of(), null);
  }

  /** The same with tokens on the capability stack. */
  public Run granting(Token... tokens) {
    return new Run(work, environment, gas, List.of(tokens), acquired);
  }

  /** The same with a capability acquired around the code. */
  public Run acquiring(Token token) {
    return new Run(work, environment, gas, granted, token);
  }
}
