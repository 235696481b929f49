/**
 * A whole Chainweb network in one process, for first use, tests and demos. It speaks the service
 * API of a node, and whoever talks to it cannot tell it from one.
 */
@NullMarked
package dev.cairn.devnet;

import org.jspecify.annotations.NullMarked;
