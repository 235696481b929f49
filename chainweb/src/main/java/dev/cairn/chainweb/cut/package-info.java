/**
 * Cuts: the newest block of every chain, one consistent view across all of them. A cut also says
 * which chain may be extended next, and with which adjacent parents.
 */
@NullMarked
package dev.cairn.chainweb.cut;

import org.jspecify.annotations.NullMarked;
