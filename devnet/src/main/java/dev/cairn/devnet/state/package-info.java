/**
 * Where the network stands: the newest blocks with the contract state behind them, published as one
 * value, and the last of its predecessors for those who look back.
 */
@NullMarked
package dev.cairn.devnet.state;

import org.jspecify.annotations.NullMarked;
