package dev.cairn.devnet.transaction;

import dev.cairn.chainweb.header.BlockHeader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The checks before a simulation of a whole transaction; a node names all that fail, in this order
 * (reference/chainweb.md 6.1, "local").
 */
public final class PreflightRules {

  private final String network;

  public PreflightRules(String network) {
    this.network = network;
  }

  /** What speaks against running the command on top of a block. */
  public List<String> problems(Command command, BlockHeader head) {
    Meta meta = command.meta();
    List<String> found = new ArrayList<>();
    if (!meta.chainId().equals(head.chainId().toString())) {
      found.add("Chain id mismatch");
    }
    if (meta.gasLimit().compareTo(BigDecimal.valueOf(GasSchedule.TRANSACTION_LIMIT)) > 0) {
      found.add("Transaction Gas limit exceeds block gas limit");
    }
    if (meta.gasPrice().stripTrailingZeros().scale() > Meta.COIN_PLACES) {
      found.add("Gas price decimal precision too high");
    }
    if (!command.networkId().equals(Optional.of(network))) {
      found.add("Network id mismatch");
    }
    if (command.signed().sigs().size() > SignatureCheck.MAX_SIGNATURES) {
      found.add("Signature list size too big");
    }
    if (TimeRules.isOver(meta, head.creationTime())) {
      found.add("Tx time outside of valid range");
    }
    return found;
  }
}
