package dev.cairn.handover;

import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.receipt.DeviceKey;
import dev.cairn.evidence.receipt.Receipt;
import java.util.Optional;

/** The part of a receipt that belongs to one event: its place in the tree of its POST. */
public final class ReceiptCodec {

  /** The top bit of the index, which is never negative, says that a device's key follows. */
  private static final int DEVICE_BIT = 1 << 31;

  private ReceiptCodec() {}

  /**
   * {@code index(4) length(4) path}, and for an event with a device id, whose index has its top bit
   * set, {@code tenant key}; the signed part is shared by a POST and stored once.
   */
  public static void writePlace(ByteWriter out, Receipt receipt) {
    int bit = receipt.device().isPresent() ? DEVICE_BIT : 0;
    out.i32(receipt.index() | bit).block(receipt.pathBytes());
    receipt.device().ifPresent(device -> out.text(device.tenant()).text(device.key().toString()));
  }

  /** Reads what {@link #writePlace} wrote, and joins it with the signed part. */
  public static Receipt readPlace(ByteReader in, String jws) {
    int index = in.i32();
    Receipt receipt = Receipt.of(jws, index & ~DEVICE_BIT, in.block());
    return index >= 0 ? receipt : receipt.withDevice(Optional.of(device(in)));
  }

  /** {@code 0(1)}, or {@code 1(1) tenant key}: what a receipt states of its event's device id. */
  public static void writeDevice(ByteWriter out, Optional<DeviceKey> device) {
    out.u8(device.isPresent() ? 1 : 0);
    device.ifPresent(known -> out.text(known.tenant()).text(known.key().toString()));
  }

  /** Reads what {@link #writeDevice} wrote. */
  public static Optional<DeviceKey> readDevice(ByteReader in) {
    return switch (in.u8()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(device(in));
      default -> throw new MalformedEntryException("A device is there (1) or not (0).");
    };
  }

  private static DeviceKey device(ByteReader in) {
    String tenant = in.text();
    DidKey key =
        DidKey.parse(in.text())
            .orElseThrow(() -> new MalformedEntryException("A device's key is no did:key."));
    return new DeviceKey(tenant, key);
  }
}
