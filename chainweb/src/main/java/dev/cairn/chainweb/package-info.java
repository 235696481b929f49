/**
 * The Chainweb protocol as values and pure functions: hashes, chains, graphs and network versions.
 * Here live the small types that every other package of the room passes around; nothing here does
 * I/O.
 */
@NullMarked
package dev.cairn.chainweb;

import org.jspecify.annotations.NullMarked;
