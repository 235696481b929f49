package dev.cairn.devnet.spv;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.Sha512t256;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.chainweb.pact.PactEvent;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.spv.OutputEvents;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.digests.KeccakDigest;

/**
 * Proves the events of a transaction to the events log of its block (reference/chainweb.md 5.6,
 * 5.7). The root of that log is in no header.
 */
public final class EventsProver {

  private EventsProver() {}

  /** The hash of the tree. */
  public enum Algorithm {
    SHA512T_256("SHA512t_256") {
      @Override
      byte[] hash(byte[] bytes) {
        return Sha512t256.hash(bytes).bytes();
      }
    },
    KECCAK_256("Keccak_256") {
      @Override
      byte[] hash(byte[] bytes) {
        KeccakDigest digest = new KeccakDigest(KECCAK_BITS);
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
      }
    };

    private static final int KECCAK_BITS = 256;

    private final String text;

    Algorithm(String text) {
      this.text = text;
    }

    abstract byte[] hash(byte[] bytes);

    /** The name in requests and proofs. */
    public String text() {
      return text;
    }

    /** The algorithm of a name. */
    public static Optional<Algorithm> named(String text) {
      for (Algorithm algorithm : values()) {
        if (algorithm.text.equals(text)) {
          return Optional.of(algorithm);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * The proof as a node prints it.
   *
   * @param index of the transaction in its block
   * @throws UnsupportedEventException if any event of the block has a parameter that has no place
   *     in the log
   */
  public static String prove(PayloadWithOutputs payload, int index, Algorithm algorithm) {
    List<CommandResult> results =
        payload.transactions().stream()
            .map(transaction -> CommandResult.parse(transaction.output()))
            .toList();
    results.forEach(EventsProver::requireSupported);
    List<byte[]> leaves = results.stream().map(EventsProver::leaf).toList();
    return "{\"rootType\":\"blockEvents\",\"object\":\""
        + Base64Url.encode(new EventsTree(algorithm, leaves).prove(index))
        + "\",\"subject\":{\"input\":\""
        + Base64Url.encode(leaves.get(index))
        + "\"},\"algorithm\":\""
        + algorithm.text()
        + "\"}";
  }

  private static byte[] leaf(CommandResult result) {
    return ((MerkleItem.Input) OutputEvents.item(result)).bytes();
  }

  private static void requireSupported(CommandResult result) {
    for (PactEvent event : result.events()) {
      event.params().forEach(EventsProver::requireSupported);
    }
  }

  private static void requireSupported(JsonNode parameter) {
    boolean supported =
        parameter.isTextual()
            || parameter.isNumber()
            || parameter.has("int")
            || parameter.has("decimal");
    if (!supported) {
      throw new UnsupportedEventException(parameter);
    }
  }
}
