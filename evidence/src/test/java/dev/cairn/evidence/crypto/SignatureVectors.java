package dev.cairn.evidence.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The vectors of C2SP (wycheproof and CCTV), see src/test/resources/crypto/README.md. */
final class SignatureVectors {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HexFormat HEX = HexFormat.of();

  @SuppressWarnings("ArrayRecordComponent")
  record Vector(
      String name,
      SignatureAlgorithm algorithm,
      byte[] publicKey,
      byte[] message,
      byte[] signature,
      boolean valid,
      Set<String> flags) {

    boolean verify(SignatureProvider provider) {
      return provider.verify(algorithm, publicKey, message, signature);
    }

    @Override
    public String toString() {
      return name + " " + flags;
    }
  }

  private SignatureVectors() {}

  static List<Vector> all() {
    List<Vector> vectors = new ArrayList<>(cctv());
    vectors.addAll(wycheproof("ed25519", SignatureAlgorithm.EDDSA));
    vectors.addAll(wycheproof("ecdsa_secp256r1_sha256_p1363", SignatureAlgorithm.ES256));
    vectors.addAll(wycheproof("ecdsa_secp256k1_sha256_p1363", SignatureAlgorithm.ES256K));
    return vectors;
  }

  static List<Vector> wycheproof(String name, SignatureAlgorithm algorithm) {
    List<Vector> vectors = new ArrayList<>();
    for (JsonNode group : read("wycheproof-" + name + "_test.json").get("testGroups")) {
      byte[] key = publicKey(group.get("publicKey"));
      for (JsonNode test : group.get("tests")) {
        vectors.add(
            new Vector(
                name + " " + test.get("tcId"),
                algorithm,
                key,
                bytes(test, "msg"),
                bytes(test, "sig"),
                test.get("result").textValue().equals("valid"),
                flags(test)));
      }
    }
    return vectors;
  }

  /** CCTV states flags instead of verdicts; ours is in docs/decisions/010-signature-rule.md. */
  static List<Vector> cctv() {
    List<Vector> vectors = new ArrayList<>();
    for (JsonNode test : read("cctv-ed25519vectors.json")) {
      Set<String> flags = flags(test);
      vectors.add(
          new Vector(
              "cctv " + test.get("number"),
              SignatureAlgorithm.EDDSA,
              bytes(test, "key"),
              test.get("msg").textValue().getBytes(StandardCharsets.UTF_8),
              bytes(test, "sig"),
              flags.isEmpty(),
              flags));
    }
    return vectors;
  }

  private static JsonNode read(String name) {
    try (InputStream stream = SignatureVectors.class.getResourceAsStream("/crypto/" + name)) {
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] publicKey(JsonNode key) {
    if (key.has("pk")) {
      return bytes(key, "pk");
    }
    byte[] point = bytes(key, "uncompressed");
    byte[] compressed = new byte[33];
    compressed[0] = (byte) (2 + (point[64] & 1));
    System.arraycopy(point, 1, compressed, 1, 32);
    return compressed;
  }

  private static byte[] bytes(JsonNode node, String member) {
    return HEX.parseHex(node.get(member).textValue());
  }

  private static Set<String> flags(JsonNode test) {
    Set<String> flags = new TreeSet<>();
    test.get("flags").forEach(flag -> flags.add(flag.textValue()));
    return flags;
  }
}
