package dev.cairn.devnet.transaction;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Results as {@code poll} and {@code listen} give them; their metadata is not hashed. */
public final class PolledResult {

  private PolledResult() {}

  /** A mined result with the data of its block. */
  public static String of(byte[] onChain, BlockHeader block) {
    String metaData =
        "{\"blockHash\":\""
            + block.hash()
            + "\",\"blockHeight\":"
            + block.height()
            + ",\"blockTime\":"
            + block.creationTime().micros()
            + ",\"prevBlockHash\":\""
            + block.parent()
            + "\"}";
    return ResultText.withMetaData(onChain, metaData);
  }

  /** What stands for the result of a transaction that could not be mined. */
  public static String ofBad(Hash requestKey, String reason) {
    ResultText result =
        new ResultText(
            0,
            ResultText.failure("TxFailure", reason, "<toplevel>:0"),
            requestKey.toString(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new String(result.onChain(), StandardCharsets.UTF_8);
  }
}
