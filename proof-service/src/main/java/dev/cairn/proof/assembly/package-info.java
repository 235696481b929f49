/**
 * Evidence, put together from its stored parts: event, receipt, the batch's tree, the anchor. What
 * the events of a batch share is kept in a bounded cache.
 */
@NullMarked
package dev.cairn.proof.assembly;

import org.jspecify.annotations.NullMarked;
