/**
 * The only code that talks to Chainweb nodes: requests with failover, capped answers, and a watch
 * on new blocks. What a node says is parsed here and believed nowhere: checks are the
 * coordinator's.
 */
@NullMarked
package dev.cairn.virtualchain.executor;

import org.jspecify.annotations.NullMarked;
