/** Who signed, and whether that satisfies a guard: keysets, guards of all kinds, namespaces. */
@NullMarked
package dev.cairn.pact.keyset;

import org.jspecify.annotations.NullMarked;
