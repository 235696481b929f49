/**
 * The check of a whole chain: every defect is collected under its code, none hides another. A
 * chain's blocks pass through one by one; only what the next block needs is kept.
 */
@NullMarked
package dev.cairn.ntm.verify;

import org.jspecify.annotations.NullMarked;
