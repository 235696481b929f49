package dev.cairn.evidence.receipt;

import dev.cairn.chainweb.Hash;
import dev.cairn.evidence.json.CanonicalReader;
import dev.cairn.evidence.json.HashArray;
import java.util.List;

/** Receipts as JSON: {@code {"jws":"…","index":0,"path":["…"]}}, members in this order. */
public final class ReceiptJson {
  private ReceiptJson() {}

  /** The compact spelling; nothing in a receipt needs an escape. */
  public static String write(Receipt receipt) {
    StringBuilder json = new StringBuilder(receipt.jws().length() + 64);
    json.append("{\"jws\":\"").append(receipt.jws()).append("\",\"index\":");
    json.append(receipt.index()).append(",\"path\":");
    HashArray.write(json, receipt.path());
    return json.append('}').toString();
  }

  /** Reads what {@link #write} writes. */
  public static Receipt read(byte[] json) {
    CanonicalReader reader = new CanonicalReader(json);
    Receipt receipt = read(reader);
    reader.end();
    return receipt;
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
    reader.expect('}');
    return new Receipt(jws, index, path);
  }
}
