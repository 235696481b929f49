package dev.cairn.pact.natives;

import dev.cairn.pact.encoding.Base64Url;
import dev.cairn.pact.encoding.PactHash;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.gas.ValueSize;
import dev.cairn.pact.principal.Principal;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** The natives that hash, and those of principals, which are hashes of guards. */
public final class HashNatives {
  private static final long KECCAK_MILLIGAS = 1_000;
  private static final int KECCAK_BITS = 256;
  private static final long PRINCIPAL_MILLIGAS = 1_000;
  private static final long VALIDATE_MILLIGAS = 250;

  private HashNatives() {}

  public static List<Native> natives() {
    return List.of(
        Native.of("hash", 1, HashNatives::hash),
        Native.of("hash-keccak256", 1, KECCAK_MILLIGAS, HashNatives::keccak),
        Native.of("create-principal", 1, call -> new PString(principal(call))),
        Native.of("validate-principal", 2, VALIDATE_MILLIGAS, HashNatives::validatePrincipal),
        Native.of("is-principal", 1, call -> PBool.of(!principalKind(call).isEmpty())),
        Native.of("typeof-principal", 1, call -> new PString(principalKind(call))));
  }

  private static Value hash(NativeCall call) {
    PactValue value = Operands.value(call, 0);
    long bytes =
        value instanceof PString string
            ? string.value().getBytes(StandardCharsets.UTF_8).length
            : ValueSize.of(value);
    call.charge(TextCost.hashing(bytes));
    return new PString(PactHash.ofValue(value));
  }

  /** Keccak-256, which is not SHA3-256, of the bytes that the texts encode. */
  private static Value keccak(NativeCall call) {
    List<String> chunks = SequenceNatives.texts(call, call.argument(0, PList.class));
    long characters = chunks.stream().mapToLong(String::length).sum();
    call.charge(TextCost.keccak(characters, chunks.size()));
    KeccakDigest digest = new KeccakDigest(KECCAK_BITS);
    for (String chunk : chunks) {
      byte[] bytes = Base64Url.decode(chunk).orElseThrow(HashNatives::notBase64);
      digest.update(bytes, 0, bytes.length);
    }
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return new PString(Base64Url.encode(hash));
  }

  private static PactException notBase64() {
    return PactException.fatal("Keccak256 error: invalid base64url encoding");
  }

  private static String principal(NativeCall call) {
    Guard guard = call.argument(0, Guard.class);
    boolean hashesArguments =
        guard instanceof Guard.UserGuard || guard instanceof Guard.CapabilityGuard;
    long arguments = hashesArguments ? TextCost.hashing(ValueSize.ofGuardAlone(guard)) : 0;
    call.charge(PRINCIPAL_MILLIGAS + arguments + predicateCost(guard));
    return Principal.of(guard);
  }

  /** The name of a function as predicate becomes part of the text. */
  private static long predicateCost(Guard guard) {
    if (guard instanceof Guard.Keyset keyset && keyset.predicate().indexOf('.') > 0) {
      return TextCost.concatenation(CodePoints.length(keyset.predicate().replace(".", "")));
    }
    return 0;
  }

  private static Value validatePrincipal(NativeCall call) {
    String text = Operands.text(call, 1);
    String expected = principal(call);
    call.charge(TextCost.textComparison(CodePoints.length(text)));
    return PBool.of(expected.equals(text));
  }

  private static String principalKind(NativeCall call) {
    String text = Operands.text(call, 0);
    call.charge(TextCost.parsing(CodePoints.length(text)));
    return Principal.kind(text);
  }
}
