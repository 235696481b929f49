package dev.cairn.evidence.receipt;

import dev.cairn.evidence.batch.InclusionCheck;
import dev.cairn.evidence.batch.LeafIndex;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.jws.CompactJws;
import java.nio.charset.StandardCharsets;

/** Checks receipts; the counterpart of {@link ReceiptIssuer}. */
public final class ReceiptChecker {
  private final SignatureProvider provider;

  public ReceiptChecker(SignatureProvider provider) {
    this.provider = provider;
  }

  /**
   * A receipt that holds: who promised what. Whether the gateway is trusted is another question.
   */
  public record CheckedReceipt(DidKey gateway, ReceiptClaims claims) {}

  /**
   * Checks form, signature and path.
   *
   * @param leaf the event and batch that the receipt has to be about
   * @throws ReceiptRejected if any of it does not hold
   */
  public CheckedReceipt check(Receipt receipt, ReceiptLeaf leaf) {
    try {
      CompactJws jws = CompactJws.split(receipt.jws().getBytes(StandardCharsets.UTF_8));
      DidKey gateway = ReceiptHeader.parse(jws.header());
      ReceiptClaims claims = ReceiptClaims.parse(jws.payload());
      checkPath(receipt, leaf, claims);
      if (!jws.verify(provider, gateway)) {
        throw new ReceiptRejected("The receipt's signature does not verify under its key.");
      }
      return new CheckedReceipt(gateway, claims);
    } catch (IllegalArgumentException malformed) {
      throw new ReceiptRejected("The receipt is malformed: " + malformed.getMessage());
    }
  }

  private static void checkPath(Receipt receipt, ReceiptLeaf leaf, ReceiptClaims claims) {
    if (!InclusionCheck.checkInclusion(
        leaf.hash(),
        new LeafIndex(receipt.index()),
        claims.size(),
        receipt.path(),
        claims.root())) {
      throw new ReceiptRejected("The receipt is not about this event in this batch.");
    }
  }
}
