package dev.cairn.chainweb.spv;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a proof is made of (reference §5.2).
 *
 * @param payload of the source block
 * @param sourceHeaders the source block, then later blocks of its chain up to where the proof
 *     leaves it; each is the parent of the next
 * @param crossings headers of other chains out to the target header; each has the one before among
 *     its adjacent parents
 */
public record SpvSource(
    PayloadWithOutputs payload, List<BlockHeader> sourceHeaders, List<BlockHeader> crossings) {

  public SpvSource {
    sourceHeaders = List.copyOf(sourceHeaders);
    crossings = List.copyOf(crossings);
    if (sourceHeaders.isEmpty()) {
      throw new IllegalArgumentException("A proof needs the header of the source block.");
    }
    if (!payload.payloadHash().equals(sourceHeaders.get(0).payloadHash())) {
      throw new IllegalArgumentException("The payload is not the one that the source block names.");
    }
    requireParents(sourceHeaders);
    requireAdjacents(sourceHeaders.get(sourceHeaders.size() - 1), crossings);
  }

  /** A proof that ends in the source block itself: source and target chain are the same. */
  public static SpvSource sameBlock(PayloadWithOutputs payload, BlockHeader block) {
    return new SpvSource(payload, List.of(block), List.of());
  }

  public BlockHeader sourceBlock() {
    return sourceHeaders.get(0);
  }

  /** The header whose hash is the root of the proof. */
  public BlockHeader target() {
    return crossings.isEmpty()
        ? sourceHeaders.get(sourceHeaders.size() - 1)
        : crossings.get(crossings.size() - 1);
  }

  /** From the payload hash of the source block out to the target's hash. */
  InclusionProof provePayload() {
    List<InclusionProof> outers = new ArrayList<>();
    for (BlockHeader child : sourceHeaders.subList(1, sourceHeaders.size())) {
      outers.add(child.proveParent());
    }
    ChainId previous = sourceBlock().chainId();
    for (BlockHeader crossing : crossings) {
      outers.add(crossing.proveAdjacent(previous));
      previous = crossing.chainId();
    }
    return sourceBlock().provePayload().nest(outers);
  }

  private static void requireParents(List<BlockHeader> headers) {
    for (int i = 1; i < headers.size(); i++) {
      if (!headers.get(i).parent().equals(headers.get(i - 1).hash())) {
        throw new IllegalArgumentException(
            "Block " + headers.get(i).hash() + " is not a child of the block before it.");
      }
    }
  }

  private static void requireAdjacents(BlockHeader start, List<BlockHeader> crossings) {
    BlockHeader previous = start;
    for (BlockHeader crossing : crossings) {
      if (!previous.hash().equals(crossing.adjacents().get(previous.chainId()))) {
        throw new IllegalArgumentException(
            "Block %s does not have %s as an adjacent parent."
                .formatted(crossing.hash(), previous.hash()));
      }
      previous = crossing;
    }
  }
}
