package dev.cairn.chainweb.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.BlockWeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.HashTarget;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.merkle.MerkleLog;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The header of one block, as received: that {@link #hash} is the right one is a check, not a
 * given.
 *
 * @param forkState low 32 bits fork number, high 32 bits votes; arbitrary in old blocks
 * @param adjacents hashes of the neighbours' blocks one height down, by chain
 * @param nonce unsigned
 * @param hash the block hash that the header claims
 */
public record BlockHeader(
    long forkState,
    BlockTime creationTime,
    Hash parent,
    SortedMap<ChainId, Hash> adjacents,
    HashTarget target,
    Hash payloadHash,
    ChainId chainId,
    BlockWeight weight,
    BlockHeight height,
    int versionCode,
    BlockTime epochStart,
    long nonce,
    Hash hash) {

  public BlockHeader {
    adjacents = Collections.unmodifiableSortedMap(new TreeMap<>(adjacents));
  }

  /** Reads the binary form; every byte counts. */
  public static BlockHeader decode(byte[] bytes) {
    return HeaderCodec.decode(bytes);
  }

  /** Reads the binary form as base64url text. */
  public static BlockHeader decode(String base64Url) {
    return decode(Base64Url.decode(base64Url));
  }

  /** Reads the object form; the network name gives the version code. */
  public static BlockHeader fromJsonObject(JsonNode object, int versionCode) {
    return HeaderJson.read(object, versionCode);
  }

  public ObjectNode toJsonObject(String networkName) {
    return HeaderJson.write(this, networkName);
  }

  /** The binary form; it leaves no choice, so it is equal to any bytes that were decoded. */
  public byte[] encode() {
    return HeaderCodec.encode(this);
  }

  /** The binary form as base64url text. */
  public String toBase64Url() {
    return Base64Url.encode(encode());
  }

  /** The block hash of these fields: the root of {@link #merkleItems} (reference §2.2). */
  public Hash computeHash() {
    return merkleLog().root();
  }

  public boolean hasValidHash() {
    return computeHash().equals(hash);
  }

  /** This header with the hash that its fields have. */
  public BlockHeader withComputedHash() {
    return withHash(computeHash());
  }

  /** This header as a miner solved it. */
  public BlockHeader withSolution(long solvedNonce, BlockTime solvedTime) {
    return new BlockHeader(
            forkState,
            solvedTime,
            parent,
            adjacents,
            target,
            payloadHash,
            chainId,
            weight,
            height,
            versionCode,
            epochStart,
            solvedNonce,
            hash)
        .withComputedHash();
  }

  public PowHash powHash() {
    return PowHash.of(this);
  }

  public boolean meetsTarget() {
    return powHash().meets(target);
  }

  /** The eleven fixed items, then the adjacents by ascending chain (reference §2.2). */
  public List<MerkleItem> merkleItems() {
    return HeaderLog.items(this);
  }

  /** Proves that the payload hash is in this header. */
  public InclusionProof provePayload() {
    return merkleLog().proveInclusion(HeaderLog.PAYLOAD_POSITION);
  }

  /** Proves that the parent's hash is in this header. */
  public InclusionProof proveParent() {
    return merkleLog().proveInclusion(HeaderLog.PARENT_POSITION);
  }

  /** Proves that the hash of a neighbour's block is in this header. */
  public InclusionProof proveAdjacent(ChainId adjacent) {
    if (!adjacents.containsKey(adjacent)) {
      throw new IllegalArgumentException(
          "Block %s of chain %s has no adjacent parent on chain %s."
              .formatted(hash, chainId, adjacent));
    }
    int index = adjacents.headMap(adjacent).size();
    return merkleLog().proveInclusion(HeaderLog.FIRST_ADJACENT_POSITION + index);
  }

  private MerkleLog merkleLog() {
    return MerkleLog.of(merkleItems());
  }

  private BlockHeader withHash(Hash newHash) {
    return new BlockHeader(
        forkState,
        creationTime,
        parent,
        adjacents,
        target,
        payloadHash,
        chainId,
        weight,
        height,
        versionCode,
        epochStart,
        nonce,
        newHash);
  }
}
