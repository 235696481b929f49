package dev.cairn.chainweb.header;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.BlockWeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.HashTarget;
import java.util.SortedMap;
import java.util.TreeMap;

/** A header with one field changed; the hash follows, so that only the field's rule can break. */
final class HeaderFields {

  private final BlockHeader h;

  HeaderFields(BlockHeader header) {
    this.h = header;
  }

  BlockHeader withHash(Hash hash) {
    return new BlockHeader(
        h.forkState(),
        h.creationTime(),
        h.parent(),
        h.adjacents(),
        h.target(),
        h.payloadHash(),
        h.chainId(),
        h.weight(),
        h.height(),
        h.versionCode(),
        h.epochStart(),
        h.nonce(),
        hash);
  }

  BlockHeader withForkState(long forkState) {
    return of(forkState, h.creationTime(), h.parent(), h.adjacents(), h.target(), h.weight());
  }

  BlockHeader withTime(BlockTime time) {
    return of(h.forkState(), time, h.parent(), h.adjacents(), h.target(), h.weight());
  }

  BlockHeader withParent(Hash parent) {
    return of(h.forkState(), h.creationTime(), parent, h.adjacents(), h.target(), h.weight());
  }

  BlockHeader withAdjacents(SortedMap<ChainId, Hash> adjacents) {
    return of(h.forkState(), h.creationTime(), h.parent(), adjacents, h.target(), h.weight());
  }

  BlockHeader withAdjacentHashes(Hash hash) {
    SortedMap<ChainId, Hash> adjacents = new TreeMap<>(h.adjacents());
    adjacents.replaceAll((chain, old) -> hash);
    return withAdjacents(adjacents);
  }

  BlockHeader withTarget(HashTarget target) {
    return of(h.forkState(), h.creationTime(), h.parent(), h.adjacents(), target, h.weight());
  }

  BlockHeader withWeight(BlockWeight weight) {
    return of(h.forkState(), h.creationTime(), h.parent(), h.adjacents(), h.target(), weight);
  }

  BlockHeader withChain(ChainId chain) {
    return of(chain, h.height().value(), h.versionCode(), h.epochStart());
  }

  BlockHeader withHeight(long height) {
    return of(h.chainId(), height, h.versionCode(), h.epochStart());
  }

  BlockHeader withVersionCode(int versionCode) {
    return of(h.chainId(), h.height().value(), versionCode, h.epochStart());
  }

  BlockHeader withEpochStart(BlockTime epochStart) {
    return of(h.chainId(), h.height().value(), h.versionCode(), epochStart);
  }

  private BlockHeader of(
      long forkState,
      BlockTime time,
      Hash parent,
      SortedMap<ChainId, Hash> adjacents,
      HashTarget target,
      BlockWeight weight) {
    return new BlockHeader(
            forkState,
            time,
            parent,
            adjacents,
            target,
            h.payloadHash(),
            h.chainId(),
            weight,
            h.height(),
            h.versionCode(),
            h.epochStart(),
            h.nonce(),
            h.hash())
        .withComputedHash();
  }

  private BlockHeader of(ChainId chain, long height, int versionCode, BlockTime epochStart) {
    return new BlockHeader(
            h.forkState(),
            h.creationTime(),
            h.parent(),
            h.adjacents(),
            h.target(),
            h.payloadHash(),
            chain,
            h.weight(),
            new BlockHeight(height),
            versionCode,
            epochStart,
            h.nonce(),
            h.hash())
        .withComputedHash();
  }
}
