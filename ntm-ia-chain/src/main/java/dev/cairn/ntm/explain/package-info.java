/**
 * One block explained to a person: which bytes PHP signs for it, how its file spells them, and the
 * shell commands that come to the same verdict without any code of ours.
 */
@NullMarked
package dev.cairn.ntm.explain;

import org.jspecify.annotations.NullMarked;
