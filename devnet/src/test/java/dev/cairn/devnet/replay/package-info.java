/**
 * Everything that was recorded of a real node, asked again: the requests are sent to a network of
 * ours that is set up alike, and what it answers is compared.
 */
@NullMarked
package dev.cairn.devnet.replay;

import org.jspecify.annotations.NullMarked;
