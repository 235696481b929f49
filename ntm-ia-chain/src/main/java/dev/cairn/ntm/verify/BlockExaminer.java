package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.BlockFields;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.DeclaredBlock;
import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.block.SealedReader;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.FingerprintForm;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.SignatureChecker;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.BlockFile;
import dev.cairn.ntm.store.BlockPieces;
import dev.cairn.ntm.store.BlockReading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** All checks that need one block and no other. An examiner is for one thread. */
final class BlockExaminer {

  private final Keyring keyring;
  private final SignatureChecker checker;
  private final VerifySettings settings;
  private final SealedReader sealed = new SealedReader();

  BlockExaminer(Keyring keyring, SignatureScheme scheme, VerifySettings settings) {
    this.keyring = keyring;
    this.checker = scheme.newChecker();
    this.settings = settings;
  }

  /** Examines what was read in the place of this index. */
  ReadBlock examine(BlockIndex index, BlockReading reading) {
    if (reading instanceof BlockReading.NoFile nothing) {
      return new ReadBlock.Absent(index, nothing.what());
    }
    if (reading instanceof BlockReading.Read read) {
      BlockFile file = read.file();
      return new ReadBlock.Examined(index, Optional.of(file.hash()), examine(index, file));
    }
    Findings findings = new Findings();
    findings.add(
        Check.JSON_SYNTAX,
        "The file has more than " + BlockPieces.MAX_HASHED_BYTES + " bytes; it was not read.");
    return new ReadBlock.Examined(index, Optional.empty(), ExaminedBlock.unreadable(findings));
  }

  ExaminedBlock examine(BlockIndex index, BlockFile file) {
    Findings findings = new Findings();
    Optional<DeclaredBlock> block =
        file.bytes()
            .flatMap(sealed::read)
            .or(() -> new EnvelopeReader(findings).read(file.bytes()));
    return block.isEmpty()
        ? ExaminedBlock.unreadable(findings)
        : examine(index, block.get(), findings);
  }

  private ExaminedBlock examine(BlockIndex index, DeclaredBlock block, Findings findings) {
    BlockFields data = block.data();
    checkFields(data, findings);
    checkIndex(index, data, findings);
    Optional<FingerprintForm> form =
        new SignatureChecks(keyring, checker, findings).run(index, block);
    new DataChecks(data, findings).run();
    Optional<Timestamp> time = new TimeChecks(settings, findings).run(data);
    checkDataSource(data, findings);
    return new ExaminedBlock(findings, data.text(Field.PREVIOUS_HASH), time, form);
  }

  private static void checkFields(BlockFields data, Findings findings) {
    List<Field> missing = data.missing();
    if (!missing.isEmpty()) {
      findings.add(Check.FIELD_MISSING, "block_data lacks " + names(missing) + ".");
    }
    List<Field> illTyped = data.illTyped();
    if (!illTyped.isEmpty()) {
      findings.add(Check.FIELD_TYPE, "block_data has with a wrong type: " + names(illTyped) + ".");
    }
  }

  private static String names(List<Field> fields) {
    return fields.stream().map(Field::key).collect(Collectors.joining(", "));
  }

  private static void checkIndex(BlockIndex index, BlockFields data, Findings findings) {
    OptionalLong declared = data.integer(Field.INDEX);
    if (declared.isPresent() && declared.getAsLong() != index.value()) {
      findings.add(
          Check.INDEX_MISMATCH,
          "block_data says index " + declared.getAsLong() + ", the file name " + index + ".");
    }
  }

  private static void checkDataSource(BlockFields data, Findings findings) {
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
