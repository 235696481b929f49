/**
 * Makes new blocks: recovers what a crash left, signs the current figures, checks its own work as a
 * verifier would, and publishes. It refuses rather than write anything that can't be verified.
 */
@NullMarked
package dev.cairn.ntm.seal;

import org.jspecify.annotations.NullMarked;
