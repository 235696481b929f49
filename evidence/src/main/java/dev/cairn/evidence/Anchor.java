package dev.cairn.evidence;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.chainweb.spv.SpvProof;
import java.util.List;

/**
 * A transaction's place on a chain, as claimed by the evidence.
 *
 * @param network name, as the trust file has it
 * @param transactionIndex in the block; the proof's position is this plus one
 * @param spv proof of the transaction's output whose root is the hash of the first header
 * @param headers the block, then its confirmations, each the parent of the next
 */
public record Anchor(
    String network,
    ChainId chainId,
    RequestKey requestKey,
    int transactionIndex,
    BlockHeight blockHeight,
    Hash blockHash,
    SpvProof spv,
    List<BlockHeader> headers) {
  /** Names of networks are short; the known ones have up to 17 characters. */
  public static final int MAX_NETWORK_CHARS = 64;

  /** The block and 63 confirmations; finality of real networks is assumed after a tenth of that. */
  public static final int MAX_HEADERS = 64;

  /** A block's gas does not reach for more transactions. */
  public static final int MAX_TRANSACTION_INDEX = 0xffff - 1;

  public Anchor {
    headers = List.copyOf(headers);
    if (headers.isEmpty() || headers.size() > MAX_HEADERS) {
      throw new IllegalArgumentException(
          "An anchor has 1 to %d headers, not %d.".formatted(MAX_HEADERS, headers.size()));
    }
    if (transactionIndex < 0 || transactionIndex > MAX_TRANSACTION_INDEX) {
      throw new IllegalArgumentException("No block has a transaction " + transactionIndex + ".");
    }
    if (!isPlainName(network)) {
      throw new IllegalArgumentException(
          "A network's name is 1 to %d characters of a-z, A-Z, 0-9, '-', '_' and '.'."
              .formatted(MAX_NETWORK_CHARS));
    }
  }

  private static boolean isPlainName(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_NETWORK_CHARS
        && name.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '_'
                        || c == '.');
  }

  /** The block that holds the transaction. */
  public BlockHeader block() {
    return headers.get(0);
  }
}
