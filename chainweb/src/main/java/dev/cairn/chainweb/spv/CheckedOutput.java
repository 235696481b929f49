package dev.cairn.chainweb.spv;

import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;

/**
 * What a proof shows once its root is known to be the hash of a trusted block of the target chain.
 *
 * @param root the hash that the caller compares with a trusted header of chain {@code target}
 * @param target the chain of that header
 * @param source the chain of the block that holds the output; authenticated by the root
 * @param transactionIndex in that block, as the proof claims; its path allows it, but only {@link
 *     SpvChecker#checkOutput(SpvProof, int)} ties it to what the caller knows
 * @param output command result JSON, as hashed, without the tag
 */
public record CheckedOutput(
    Hash root, ChainId target, ChainId source, int transactionIndex, Bytes output) {}
