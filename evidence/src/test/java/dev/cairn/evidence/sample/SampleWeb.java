package dev.cairn.evidence.sample;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.HashTarget;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.Genesis;
import dev.cairn.chainweb.header.NextHeader;
import dev.cairn.chainweb.header.ParentHeaders;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A web of twenty chains that grows by whole layers; one chain's blocks are solved. */
public final class SampleWeb {
  /** One hash in sixteen meets it: work that can be checked and costs nothing. */
  public static final HashTarget EASY_TARGET =
      new HashTarget(BigInteger.ONE.shiftLeft(252).subtract(BigInteger.ONE));

  private static final PayloadWithOutputs EMPTY =
      PayloadWithOutputs.of(Bytes.utf8("{}"), Bytes.utf8("{\"coinbase\":0}"), List.of());

  private final ChainwebVersion version;
  private final ChainId chain;
  private List<BlockHeader> layer;
  private final List<BlockHeader> branch = new ArrayList<>();

  /** A web of genesis blocks of which the chain's branch will be kept. */
  public SampleWeb(String network, int versionCode, ChainId chain) {
    this.version =
        ChainwebVersion.privateNetwork(network, versionCode, ChainGraph.TWENTY)
            .withGraph(ChainGraph.TWENTY, EASY_TARGET)
            .withProofOfWork(true);
    this.chain = chain;
    this.layer =
        ChainGraph.TWENTY
            .chains()
            .map(each -> Genesis.header(version, each, EMPTY.payloadHash()))
            .toList();
  }

  /** Adds a layer in which the chain's block has that payload; the block. */
  public BlockHeader grow(PayloadWithOutputs payload) {
    List<BlockHeader> next = new ArrayList<>();
    for (BlockHeader parent : layer) {
      Hash payloadHash =
          parent.chainId().equals(chain) ? payload.payloadHash() : EMPTY.payloadHash();
      next.add(child(parent, payloadHash));
    }
    layer = next;
    branch.add(next.get(chain.value()));
    return next.get(chain.value());
  }

  /** Adds a layer of empty blocks; the chain's block. */
  public BlockHeader grow() {
    return grow(EMPTY);
  }

  /** The chain's blocks above genesis. */
  public List<BlockHeader> branch() {
    return List.copyOf(branch);
  }

  private BlockHeader child(BlockHeader parent, Hash payloadHash) {
    SortedMap<ChainId, BlockHeader> adjacents = new TreeMap<>();
    ChainGraph.TWENTY
        .adjacents(parent.chainId())
        .forEach(each -> adjacents.put(each, layer.get(each.value())));
    ParentHeaders parents = new ParentHeaders(parent, adjacents);
    BlockTime time = new BlockTime(parents.latestTime().micros() + 30_000_000);
    BlockHeader unsolved = NextHeader.build(version, parents, payloadHash, time);
    return parent.chainId().equals(chain) ? solve(unsolved) : unsolved;
  }

  private static BlockHeader solve(BlockHeader header) {
    BlockHeader solved = header;
    for (long nonce = 0; !solved.meetsTarget(); nonce++) {
      solved = header.withSolution(nonce, header.creationTime());
    }
    return solved;
  }
}
