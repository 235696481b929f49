/**
 * The hash of a module, which names its version: BLAKE2b-256 of the CBOR of its resolved members
 * (reference section 3.3). It equals that of the public network.
 */
@NullMarked
package dev.cairn.pact.modulehash;

import org.jspecify.annotations.NullMarked;
