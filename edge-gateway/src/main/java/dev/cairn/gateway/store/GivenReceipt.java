package dev.cairn.gateway.store;

import dev.cairn.evidence.receipt.DeviceKey;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.receipt.ReceiptTree;
import java.util.Optional;

/** The receipt of one event, still in the tree of its write. */
public record GivenReceipt(ReceiptTree tree, int index, Optional<DeviceKey> device) {

  /** The receipt by itself. */
  public Receipt receipt() {
    return tree.receipt(index, device);
  }
}
