/**
 * A transaction from the text of its command to the bytes of its result: parsing, checking, buying
 * gas, the paid part, redeeming. It decides what happens; when and in which block is not its
 * matter.
 */
@NullMarked
package dev.cairn.devnet.transaction;

import org.jspecify.annotations.NullMarked;
