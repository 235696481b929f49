package dev.cairn.pact.defpact;

import dev.cairn.pact.gas.ValueSize;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The estimated bytes of a stored defpact, by the rules of {@link ValueSize}. */
final class ExecutionSize {
  private static final long RECORD = 1;
  private static final long CHOICE = 2;
  private static final long SEQUENCE = 5;
  private static final long NUMBER = 5;
  private static final long TRUTH = 1;
  private static final long HASH_LENGTH = 4;

  private ExecutionSize() {}

  static long of(PactExecution execution) {
    return ofNested(execution) + TRUTH; // whether its step has a rollback
  }

  private static long ofNested(PactExecution execution) {
    long size = RECORD + NUMBER + NUMBER + ValueSize.of(execution.pactId());
    size += CHOICE + ofYield(execution.yield());
    size += RECORD + ValueSize.of(execution.continuation().definition());
    size += ValueSize.ofItems(execution.continuation().arguments()) + SEQUENCE;
    for (Map.Entry<String, PactExecution> nested : execution.nested().entrySet()) {
      size += RECORD + ValueSize.of(nested.getKey()) + ofNested(nested.getValue());
    }
    return size;
  }

  private static long ofYield(@Nullable Yield yield) {
    if (yield == null) {
      return 0;
    }
    String source = yield.source();
    return RECORD
        + ValueSize.ofFields(yield.data())
        + CHOICE
        + ofProvenance(yield.provenance())
        + CHOICE
        + (source == null ? 0 : ValueSize.of(source));
  }

  private static long ofProvenance(Yield.@Nullable Provenance provenance) {
    return provenance == null
        ? 0
        : RECORD
            + ValueSize.of(provenance.targetChain())
            + HASH_LENGTH
            + provenance.moduleHash().bytes().length;
  }
}
