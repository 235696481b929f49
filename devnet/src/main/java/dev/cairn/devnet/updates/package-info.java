/**
 * The news of the network: who listens is told of every block once it is kept and published. Nobody
 * who listens can hold up mining.
 */
@NullMarked
package dev.cairn.devnet.updates;

import org.jspecify.annotations.NullMarked;
