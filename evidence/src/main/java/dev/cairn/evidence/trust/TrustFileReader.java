package dev.cairn.evidence.trust;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.JsonFields;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.StrictJson;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.event.SignerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads trust files. People edit them, so order and white space are free; unknown members not. */
final class TrustFileReader {
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final Set<String> FILE = Set.of("trust", "networks", "gatewayKeys", "signers");
  private static final Set<String> NETWORK =
      Set.of("versionCode", "proofOfWork", "confirmations", "contracts", "blocks");
  private static final Set<String> CONTRACT = Set.of("module", "moduleHashes", "submitters");
  private static final Set<String> BLOCK = Set.of("chainId", "height", "hash");

  private TrustFileReader() {}

  static TrustFile read(byte[] json) {
    if (json.length > MAX_BYTES) {
      throw new MalformedException("A trust file has at most %d bytes.".formatted(MAX_BYTES));
    }
    JsonNode root = StrictJson.parse(json, "trust file");
    JsonFields file = JsonFields.of(root, "trust file").only(FILE);
    if (file.intValue("trust") != 1) {
      throw new MalformedException("This verifier reads version 1 of trust files.");
    }
    Map<String, TrustedNetwork> networks = new HashMap<>();
    file.object("networks")
        .properties()
        .forEach(entry -> networks.put(entry.getKey(), network(entry.getValue())));
    return new TrustFile(
        networks,
        set(file.array("gatewayKeys"), TrustFileReader::key),
        optionalSet(root, "signers", TrustFileReader::signer));
  }

  private static TrustedNetwork network(JsonNode object) {
    JsonFields network = JsonFields.of(object, "trusted network").only(NETWORK);
    return new TrustedNetwork(
        network.intValue("versionCode"),
        isRequired(network.text("proofOfWork")),
        network.intValue("confirmations"),
        list(network.array("contracts"), TrustFileReader::contract),
        set(network.array("blocks"), TrustFileReader::block));
  }

  private static boolean isRequired(String proofOfWork) {
    return switch (proofOfWork) {
      case "required" -> true;
      case "off" -> false;
      default -> throw new MalformedException("proofOfWork is 'required' or 'off'.");
    };
  }

  private static TrustedContract contract(JsonNode object) {
    JsonFields contract = JsonFields.of(object, "trusted contract").only(CONTRACT);
    return new TrustedContract(
        contract.text("module"),
        set(contract.array("moduleHashes"), TrustFileReader::text),
        optionalSet(object, "submitters", TrustFileReader::text));
  }

  private static PinnedBlock block(JsonNode object) {
    JsonFields block = JsonFields.of(object, "trusted block").only(BLOCK);
    return new PinnedBlock(
        new ChainId(block.intValue("chainId")),
        new BlockHeight(block.signedLong("height")),
        block.hash("hash"));
  }

  private static DidKey key(JsonNode value) {
    return DidKey.parse(text(value))
        .orElseThrow(
            () -> new MalformedException("'" + text(value) + "' in gatewayKeys is no did:key."));
  }

  private static SignerId signer(JsonNode value) {
    try {
      return new SignerId(text(value));
    } catch (IllegalArgumentException malformed) {
      throw new MalformedException(String.valueOf(malformed.getMessage()), malformed);
    }
  }

  /** An absent list switches its check off; null, or anything that is no list, does not. */
  private static <T> Optional<Set<T>> optionalSet(
      JsonNode object, String member, Function<JsonNode, T> read) {
    return object.has(member)
        ? Optional.of(set(JsonFields.of(object, "trust file").array(member), read))
        : Optional.empty();
  }

  private static String text(JsonNode value) {
    if (!value.isTextual()) {
      throw new MalformedException("A list of texts in the trust file has something else in it.");
    }
    return value.textValue();
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    List<T> values = new ArrayList<>();
    array.forEach(value -> values.add(read.apply(value)));
    return values;
  }

  private static <T> Set<T> set(JsonNode array, Function<JsonNode, T> read) {
    return new LinkedHashSet<>(list(array, read));
  }
}
