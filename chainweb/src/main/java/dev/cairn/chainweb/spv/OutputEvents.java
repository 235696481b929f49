package dev.cairn.chainweb.spv;

import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.LittleEndian;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.chainweb.merkle.MerkleTag;
import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.chainweb.pact.PactEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The log of a block's events, which {@code pact/spv2} proves (reference §5.7): one item per
 * transaction, no header items. Its root is in no header.
 */
public final class OutputEvents {

  private OutputEvents() {}

  /** The log over the results of a block's transactions, in block order. */
  public static MerkleLog log(List<CommandResult> results) {
    return MerkleLog.of(results.stream().map(OutputEvents::item).toList());
  }

  /** encHash(request key) ‖ LE32(count) ‖ events, tagged. */
  public static MerkleItem item(CommandResult result) {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    writeBytes(target, Hash.parse(result.requestKey()).bytes());
    target.writeBytes(LittleEndian.le32(result.events().size()));
    result.events().forEach(event -> write(target, event));
    return MerkleItem.tagged(MerkleTag.OUTPUT_EVENTS, target.toByteArray());
  }

  // encStr(name) ‖ encStr(module) ‖ encHash(module hash) ‖ LE32(count) ‖ parameters
  private static void write(ByteArrayOutputStream target, PactEvent event) {
    writeBytes(target, Bytes.utf8(event.name()).bytes());
    writeBytes(target, Bytes.utf8(event.module()).bytes());
    writeBytes(target, Hash.parse(event.moduleHash()).bytes());
    target.writeBytes(LittleEndian.le32(event.params().size()));
    event.params().forEach(param -> target.writeBytes(EventParameter.encode(param)));
  }

  // LE32(length) ‖ bytes
  private static void writeBytes(ByteArrayOutputStream target, byte[] bytes) {
    target.writeBytes(LittleEndian.le32(bytes.length));
    target.writeBytes(bytes);
  }
}
