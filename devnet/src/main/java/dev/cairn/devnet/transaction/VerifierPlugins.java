package dev.cairn.devnet.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devnet.contract.ContractRun.Gas;
import dev.cairn.devnet.contract.RunResult;
import dev.cairn.devnet.contract.Signer;
import dev.cairn.devnet.contract.Verifier;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.json.ShapeException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who vouches for a transaction beside its signers. This network has one plugin, {@code allow}: its
 * proof is the JSON of the capability that it grants, so it protects nothing.
 */
final class VerifierPlugins {

  private static final String ALLOW = "allow";

  /** What each use of {@code allow} costs. */
  private static final long ALLOW_GAS = 100;

  // 7 and 7.0 are one amount.
  private static final Comparator<JsonNode> BY_VALUE =
      (left, right) -> {
        boolean numbers = left.isNumber() && right.isNumber();
        boolean equal =
            numbers ? left.decimalValue().compareTo(right.decimalValue()) == 0 : left.equals(right);
        return equal ? 0 : 1;
      };

  private VerifierPlugins() {}

  /** The counter after all verifiers have been asked. */
  static Gas charge(Command command, Gas before) {
    long price = command.verifiers().size() * ALLOW_GAS * Gas.MILLI;
    return new Gas(before.milligas() + price, before.limit());
  }

  /** The failure of a transaction for which somebody does not vouch. */
  static Optional<RunResult.Failure> failure(Command command, Gas before) {
    long left = before.limit() - TransactionRun.units(before.milligas());
    for (Verifier verifier : command.verifiers()) {
      Optional<String> problem = problem(verifier, left);
      if (problem.isPresent()) {
        String text = problem.get();
        return Optional.of(
            new RunResult.Failure("EvalError", text, text, "<toplevel>:0", before.milligas()));
      }
      left -= ALLOW_GAS;
    }
    return Optional.empty();
  }

  private static Optional<String> problem(Verifier verifier, long gasLeft) {
    if (!verifier.name().equals(ALLOW)) {
      return Optional.of("verifier does not exist: " + verifier.name());
    }
    if (gasLeft < ALLOW_GAS) {
      return Optional.of(
          "gas exhausted in verifier. attempted to charge %d with only %d remaining."
              .formatted(ALLOW_GAS, gasLeft));
    }
    return allow(verifier);
  }

  private static Optional<String> allow(Verifier verifier) {
    if (!verifier.proof().isTextual()) {
      return Optional.of("expected string literal in verifier arguments");
    }
    String proof = verifier.proof().textValue();
    try {
      Signer.Capability granted =
          Signer.Capability.read(JsonShape.parse(proof.getBytes(StandardCharsets.UTF_8)));
      return isOnly(granted, verifier.capabilities())
          ? Optional.empty()
          : Optional.of("granted capability is not the one in the proof");
    } catch (ShapeException noCapability) {
      return Optional.of("argument was not a JSON-encoded capability: " + proof);
    }
  }

  private static boolean isOnly(Signer.Capability granted, List<Signer.Capability> wanted) {
    return !wanted.isEmpty() && wanted.stream().allMatch(each -> isSame(granted, each));
  }

  private static boolean isSame(Signer.Capability one, Signer.Capability other) {
    if (!one.name().equals(other.name()) || one.arguments().size() != other.arguments().size()) {
      return false;
    }
    for (int i = 0; i < one.arguments().size(); i++) {
      if (!one.arguments().get(i).equals(BY_VALUE, other.arguments().get(i))) {
        return false;
      }
    }
    return true;
  }
}
