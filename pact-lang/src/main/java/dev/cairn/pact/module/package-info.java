/** Modules and interfaces, loaded: their members, who governs them, and how they are installed. */
@NullMarked
package dev.cairn.pact.module;

import org.jspecify.annotations.NullMarked;
