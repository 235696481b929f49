/**
 * Where the network stands: the newest blocks with the contract state behind them, published as one
 * value, and the states of recent blocks for those who look back.
 */
@NullMarked
package dev.cairn.devnet.state;

import org.jspecify.annotations.NullMarked;
