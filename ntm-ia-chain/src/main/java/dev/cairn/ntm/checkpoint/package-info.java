/**
 * What a verifier remembers of a chain that it found valid: the newest block's index and hash. A
 * later run reads that block again and checks only what follows.
 */
@NullMarked
package dev.cairn.ntm.checkpoint;

import org.jspecify.annotations.NullMarked;
