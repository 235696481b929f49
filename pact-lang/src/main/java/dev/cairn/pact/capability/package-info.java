/**
 * Capabilities: which are granted and installed, and how they are evaluated, composed, required and
 * turned into events (reference 4.5).
 */
@NullMarked
package dev.cairn.pact.capability;

import org.jspecify.annotations.NullMarked;
