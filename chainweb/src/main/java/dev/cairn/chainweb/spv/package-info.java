/**
 * SPV proofs: that a transaction or its output is in a block that a later header commits to. Prover
 * and checker stand side by side and agree on one object form.
 */
@NullMarked
package dev.cairn.chainweb.spv;

import org.jspecify.annotations.NullMarked;
