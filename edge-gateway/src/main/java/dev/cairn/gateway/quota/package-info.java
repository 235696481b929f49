/** Measures: rates in token buckets, quotas by day and month, and the counts behind them. */
@NullMarked
package dev.cairn.gateway.quota;

import org.jspecify.annotations.NullMarked;
