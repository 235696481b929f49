/**
 * The chain as the app sees it: the account that pays and signs, and the anchor contract on the
 * chains of a network.
 */
@NullMarked
package dev.cairn.app.chain;

import org.jspecify.annotations.NullMarked;
