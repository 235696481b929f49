package dev.cairn.evidence.receipt;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.json.CanonicalReader;
import dev.cairn.evidence.json.HashArray;
import java.util.List;
import java.util.Optional;

/**
 * Receipts as JSON: {@code {"jws":"…","index":0,"path":["…"]}}, members in this order; for an event
 * with a device id {@code "device":{"tenant":"…","key":"did:key:…"}} follows.
 */
public final class ReceiptJson {
  private ReceiptJson() {}

  /** The compact spelling; nothing in a receipt needs an escape. */
  public static String write(Receipt receipt) {
    StringBuilder json = new StringBuilder(receipt.jws().length() + 64);
    json.append("{\"jws\":\"").append(receipt.jws()).append("\",\"index\":");
    json.append(receipt.index()).append(",\"path\":");
    HashArray.write(json, receipt.path());
    receipt
        .device()
        .ifPresent(
            device ->
                json.append(",\"device\":{\"tenant\":\"")
                    .append(device.tenant())
                    .append("\",\"key\":\"")
                    .append(device.key())
                    .append("\"}"));
    return json.append('}').toString();
  }

  /** Reads what {@link #write} writes. */
  public static Receipt read(byte[] json) {
    CanonicalReader reader = new CanonicalReader(json);
    Receipt receipt = read(reader);
    reader.end();
    return receipt;
  }

  private static Optional<DeviceKey> device(CanonicalReader reader) {
    if (reader.isNext('}')) {
      return Optional.empty();
    }
    reader.nextMember("device");
    reader.expect('{');
    reader.member("tenant");
    String tenant = reader.text(DeviceKey.MAX_TENANT_CHARS);
    reader.nextMember("key");
    DidKey key =
        DidKey.parse(reader.text(DeviceKey.MAX_KEY_CHARS))
            .orElseThrow(() -> new MalformedException("A receipt's device key is a did:key."));
    reader.expect('}');
    return Optional.of(new DeviceKey(tenant, key));
  }

  /** Reads a receipt inside a larger text. */
  public static Receipt read(CanonicalReader reader) {
    reader.expect('{');
    reader.member("jws");
    String jws = reader.text(Receipt.MAX_JWS_CHARS);
    reader.nextMember("index");
    int index = reader.number(Integer.MAX_VALUE);
    reader.nextMember("path");
    List<Hash> path = HashArray.read(reader, Receipt.MAX_PATH);
    Optional<DeviceKey> device = device(reader);
    reader.expect('}');
    return new Receipt(jws, index, path, device);
  }
}
