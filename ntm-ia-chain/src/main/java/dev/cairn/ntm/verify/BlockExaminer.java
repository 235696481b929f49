package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Envelope;
import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.keyring.FingerprintForm;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.SignatureScheme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All checks that need one block and no other. Any number of threads may use one examiner. */
final class BlockExaminer {

  private final Keyring keyring;
  private final SignatureScheme scheme;
  private final VerifySettings settings;

  BlockExaminer(Keyring keyring, SignatureScheme scheme, VerifySettings settings) {
    this.keyring = keyring;
    this.scheme = scheme;
    this.settings = settings;
  }

  /** Examines the bytes of the file of this index; they are empty where the file is too large. */
  ExaminedBlock examine(BlockIndex index, Optional<byte[]> file) {
    Findings findings = new Findings();
    Optional<Envelope> envelope = new EnvelopeReader(findings).read(file);
    if (envelope.isEmpty()) {
      return new ExaminedBlock(findings, Optional.empty(), Optional.empty(), Optional.empty());
    }
    BlockData data = envelope.get().data();
    checkFields(data, findings);
    checkIndex(index, data, findings);
    Optional<FingerprintForm> form =
        new SignatureChecks(keyring, scheme, findings).run(index, envelope.get());
    new DataChecks(data, findings).run();
    new TimeChecks(settings, findings).run(data);
    checkDataSource(data, findings);
    return new ExaminedBlock(
        findings, data.text(Field.PREVIOUS_HASH), data.timestamp(Field.TIMESTAMP), form);
  }

  private static void checkFields(BlockData data, Findings findings) {
    if (!data.missing().isEmpty()) {
      findings.add(Check.FIELD_MISSING, "block_data lacks " + names(data.missing()) + ".");
    }
    if (!data.illTyped().isEmpty()) {
      findings.add(
          Check.FIELD_TYPE, "block_data has with a wrong type: " + names(data.illTyped()) + ".");
    }
  }

  private static String names(List<Field> fields) {
    return fields.stream().map(Field::key).collect(Collectors.joining(", "));
  }

  private static void checkIndex(BlockIndex index, BlockData data, Findings findings) {
    data.integer(Field.INDEX).stream()
        .filter(declared -> declared != index.value())
        .forEach(
            declared ->
                findings.add(
                    Check.INDEX_MISMATCH,
                    "block_data says index " + declared + ", the file name " + index + "."));
  }

  private static void checkDataSource(BlockData data, Findings findings) {
    data.text(Field.DATA_SOURCE)
        .filter(source -> !source.equals(BlockData.DATA_SOURCE))
        .ifPresent(
            source ->
                findings.add(
                    Check.DATA_SOURCE,
                    "data_source is "
                        + Quote.of(source)
                        + ", not \""
                        + BlockData.DATA_SOURCE
                        + "\"."));
  }
}
