package dev.cairn.virtualchain.executor;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.spv.SpvProof;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The nodes of one network, as one service (chainweb.md §6). Every call blocks until there is an
 * answer, may be made from any thread, and fails with {@link NodeRejected} or {@link
 * NodeUnavailable}.
 *
 * <p>Answers are parsed, not believed: whoever needs the truth checks hashes.
 */
public interface ChainwebNodes {

  /** The name of the network, as commands carry it. */
  String network();

  NetworkInfo info();

  /** The present head of each chain: the hashes of the cut. */
  SortedMap<ChainId, ChainHead> heads();

  /**
   * Hands a command to a mempool. When this returns, a node has taken it, which promises nothing:
   * nodes forget. After {@link NodeUnavailable} it may have been taken too. Sending the same bytes
   * again does no harm: a request key is mined at most once.
   */
  void send(ChainId chain, PactCommand command);

  /**
   * The outcomes of those commands that are in a block of the winning branch with at least {@code
   * confirmationDepth} blocks above it; the others are absent.
   */
  Map<RequestKey, PolledResult> poll(
      ChainId chain, Collection<RequestKey> keys, int confirmationDepth);

  /** Runs a command on the head block's state and forgets it; signatures are not verified. */
  CommandResult local(ChainId chain, PactCommand command);

  BlockHeader header(ChainId chain, Hash hash);

  /**
   * The block {@code upper} and its ancestors between two heights, both inclusive, in ascending
   * order; {@code upper} is not below {@code to}.
   */
  List<BlockHeader> branch(ChainId chain, Hash upper, BlockHeight from, BlockHeight to);

  /** The transactions and outputs of a block. */
  PayloadWithOutputs payload(BlockHeader header);

  /** The node's own proof that the output of a transaction is in a block that target knows. */
  SpvProof spv(ChainId source, RequestKey key, ChainId target);

  /**
   * Calls the listener, on one thread, for new blocks of every chain and once for each present
   * head; until the subscription is closed. Works without a header stream too, only later.
   */
  Subscription headUpdates(Consumer<ChainHead> listener);
}
