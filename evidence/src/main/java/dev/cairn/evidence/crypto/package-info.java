/**
 * Signature checks behind one interface, signing keys, and did:key names. Every provider gives the
 * same verdict on the same bytes; the rule is docs/decisions/010-signature-rule.md.
 */
@NullMarked
package dev.cairn.evidence.crypto;

import org.jspecify.annotations.NullMarked;
