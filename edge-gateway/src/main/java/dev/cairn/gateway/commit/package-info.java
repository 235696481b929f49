/**
 * The one writer. It takes what waits, gives every event its place, and makes it all durable with
 * one fsync; nobody hears of a place before that.
 */
@NullMarked
package dev.cairn.gateway.commit;

import org.jspecify.annotations.NullMarked;
