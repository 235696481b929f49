package dev.cairn.devnet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One thing to run.
 *
 * @param signers keys that count, with the capabilities that they are for
 * @param verifiers who has vouched beside the signers
 * @param hash 43 characters, with a suffix while buying and redeeming
 * @param granted capabilities that the node itself grants, such as {@code coin.GAS}
 * @param acquired a capability that is acquired around the program, its code included
 */
public record ContractRun(
    Program program,
    JsonNode data,
    List<Signer> signers,
    List<Verifier> verifiers,
    String hash,
    ChainData chainData,
    List<String> granted,
    Optional<Signer.Capability> acquired,
    Rules rules,
    Gas gas) {

  public ContractRun {
    signers = List.copyOf(signers);
    verifiers = List.copyOf(verifiers);
    granted = List.copyOf(granted);
  }

  /** A run for which nobody vouches but its signers. */
  public ContractRun(
      Program program,
      JsonNode data,
      List<Signer> signers,
      String hash,
      ChainData chainData,
      List<String> granted,
      Optional<Signer.Capability> acquired,
      Rules rules,
      Gas gas) {
    this(program, data, signers, List.of(), hash, chainData, granted, acquired, rules, gas);
  }

  /** How a run differs from an ordinary transaction. */
  public enum Rules {
    /**
     * Anybody may open a namespace, and the root is open: the genesis block, and the node itself.
     */
    GENESIS,
    /** {@code ns.validate} decides about namespaces; the root is closed. */
    TRANSACTION,
    /** As a transaction, but tables may be read from outside their modules. */
    LOCAL
  }

  /**
   * The gas counter at the start.
   *
   * @param milligas already on the counter
   * @param limit in units; {@link Long#MAX_VALUE} if the run is free
   */
  public record Gas(long milligas, long limit) {

    /** One unit of gas. */
    public static final long MILLI = 1_000;

    /** A counter that never stops a run. */
    public static final Gas FREE = new Gas(0, Long.MAX_VALUE);

    public Gas {
      if (milligas < 0 || limit < 0) {
        throw new IllegalArgumentException("A gas counter is not negative.");
      }
    }
  }
}
