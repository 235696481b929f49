/**
 * A chain on disk: {@code blocks/}, {@code last_hash.txt}, and how both are written so that a crash
 * at any moment leaves something that the next sealer can finish. Readers take no lock.
 */
@NullMarked
package dev.cairn.ntm.store;

import org.jspecify.annotations.NullMarked;
