/**
 * The service API of a node: one class per endpoint, and the rules that hold for all of them
 * (reference/chainweb.md 6). Status codes, texts and headers are those of a real node.
 */
@NullMarked
package dev.cairn.devnet.rest;

import org.jspecify.annotations.NullMarked;
