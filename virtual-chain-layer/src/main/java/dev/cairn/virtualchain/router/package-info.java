/**
 * Assigns task keys to chains. The assignment is a pure function, so that every gateway of a
 * network routes alike without asking anyone.
 */
@NullMarked
package dev.cairn.virtualchain.router;

import org.jspecify.annotations.NullMarked;
