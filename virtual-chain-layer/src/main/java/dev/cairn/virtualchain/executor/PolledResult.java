package dev.cairn.virtualchain.executor;

import dev.cairn.chainweb.pact.CommandResult;
import java.util.Optional;

/**
 * A node's answer for one request key.
 *
 * @param result the outcome; its bytes are the node's words, not those in the block
 * @param place empty for a transaction that the node will not mine (chainweb.md §6.1: badlisted)
 */
public record PolledResult(CommandResult result, Optional<BlockPlace> place) {}
