/**
 * The trust file: which networks, blocks, contracts, gateways and signers a verifier believes. It
 * is all that a verifier has besides the evidence.
 */
@NullMarked
package dev.cairn.evidence.trust;

import org.jspecify.annotations.NullMarked;
