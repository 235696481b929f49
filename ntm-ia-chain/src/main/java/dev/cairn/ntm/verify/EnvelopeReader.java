package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.Envelope;
import dev.cairn.ntm.canonical.PhpDecoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import dev.cairn.ntm.store.BlockFile;
import java.util.Map;
import java.util.Optional;

/** Parses a block's file; what fails here ends the work on the block. */
final class EnvelopeReader {

  private final Findings findings;

  EnvelopeReader(Findings findings) {
    this.findings = findings;
  }

  Optional<Envelope> read(Optional<byte[]> file) {
    if (file.isEmpty()) {
      findings.add(Check.JSON_SYNTAX, "The file has more than " + BlockFile.MAX_BYTES + " bytes.");
      return Optional.empty();
    }
    return decode(file.get()).flatMap(this::envelope);
  }

  private Optional<Map<String, PhpValue>> decode(byte[] file) {
    try {
      PhpDecoder.Decoded decoded = PhpDecoder.decode(file);
      if (decoded.repeatedKey().isPresent()) {
        findings.add(
            Check.JSON_DUPLICATE_KEY,
            "The key " + Quote.of(decoded.repeatedKey().get()) + " is repeated.");
      } else if (decoded.value() instanceof PhpMap map) {
        return Optional.of(map.members());
      } else {
        findings.add(Check.JSON_SYNTAX, "The file is not a JSON object.");
      }
    } catch (PhpJsonException e) {
      findings.add(Check.JSON_SYNTAX, e.getMessage());
    }
    return Optional.empty();
  }

  private Optional<Envelope> envelope(Map<String, PhpValue> members) {
    Optional<PhpMap> data = object(members, Envelope.BLOCK_DATA);
    Optional<String> signature = text(members, Envelope.SIGNATURE);
    Optional<String> algorithm = text(members, Envelope.ALGORITHM);
    Optional<String> keyId = text(members, Envelope.KEY_ID);
    Optional<String> fingerprint = text(members, Envelope.FINGERPRINT);
    if (findings.has(Check.FIELD_MISSING) || findings.has(Check.FIELD_TYPE)) {
      return Optional.empty();
    }
    return Optional.of(
        new Envelope(
            new BlockData(data.orElseThrow()),
            signature.orElseThrow(),
            algorithm.orElseThrow(),
            keyId.orElseThrow(),
            fingerprint.orElseThrow()));
  }

  private Optional<PhpMap> object(Map<String, PhpValue> members, String name) {
    if (members.get(name) instanceof PhpMap map) {
      return Optional.of(map);
    }
    missingOrIllTyped(members, name, "an object");
    return Optional.empty();
  }

  private Optional<String> text(Map<String, PhpValue> members, String name) {
    if (members.get(name) instanceof PhpText text) {
      return Optional.of(text.value());
    }
    missingOrIllTyped(members, name, "a string");
    return Optional.empty();
  }

  private void missingOrIllTyped(Map<String, PhpValue> members, String name, String type) {
    if (members.containsKey(name)) {
      findings.add(Check.FIELD_TYPE, name + " is not " + type + ".");
    } else {
      findings.add(Check.FIELD_MISSING, name + " is absent.");
    }
  }
}
