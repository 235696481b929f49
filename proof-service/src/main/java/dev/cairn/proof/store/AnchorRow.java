package dev.cairn.proof.store;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.evidence.Anchor;
import java.util.ArrayList;
import java.util.List;

/** The fields of evidence's anchor in a row. */
final class AnchorRow {
  private AnchorRow() {}

  // network ‖ chain(4) ‖ requestKey(32) ‖ transactionIndex(4) ‖ height(8) ‖ blockHash(32)
  // ‖ spv as JSON ‖ count(4) ‖ header…
  static void write(RowWriter row, Anchor anchor) {
    row.text(anchor.network())
        .int32(anchor.chainId().value())
        .fixed(anchor.requestKey().hash().bytes())
        .int32(anchor.transactionIndex())
        .int64(anchor.blockHeight().value())
        .fixed(anchor.blockHash().bytes())
        .text(anchor.spv().toJson())
        .int32(anchor.headers().size());
    anchor.headers().forEach(header -> row.bytes(header.encode()));
  }

  static Anchor read(RowReader row) {
    return new Anchor(
        row.text(),
        new ChainId(row.int32()),
        new RequestKey(Hash.of(row.fixed(Hash.SIZE))),
        row.int32(),
        new BlockHeight(row.int64()),
        Hash.of(row.fixed(Hash.SIZE)),
        SpvProof.parse(row.text()),
        headers(row));
  }

  private static List<BlockHeader> headers(RowReader row) {
    List<BlockHeader> headers = new ArrayList<>();
    for (int left = row.int32(); left > 0; left--) {
      headers.add(BlockHeader.decode(row.bytes()));
    }
    return headers;
  }
}
