package dev.cairn.evidence.receipt;

import dev.cairn.chainweb.MalformedException;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.jws.FlatObject;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The protected header of a receipt's JWS: {@code {"alg","typ":"cairn-receipt+jws","kid"}}. */
final class ReceiptHeader {
  static final String TYPE = "cairn-receipt+jws";

  private static final Set<String> MEMBERS = Set.of("alg", "typ", "kid");

  private ReceiptHeader() {}

  static byte[] write(DidKey key) {
    return "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}"
        .formatted(key.algorithm().jwsName(), TYPE, key)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The key that the header names. */
  static DidKey parse(byte[] json) {
    FlatObject members = FlatObject.parse(json);
    if (!members.names().equals(MEMBERS) || !members.requireText("typ").equals(TYPE)) {
      throw new MalformedException("A receipt's header has alg, kid and the typ " + TYPE + ".");
    }
    DidKey key =
        DidKey.parse(members.requireText("kid"))
            .orElseThrow(() -> new MalformedException("The receipt's kid is not a did:key."));
    if (!key.algorithm().jwsName().equals(members.requireText("alg"))) {
      throw new MalformedException("The receipt's alg is not that of its key.");
    }
    return key;
  }
}
