/**
 * The {@code cairn} command: one process of everything, and the tools around it. Only here do the
 * rooms meet; {@code instance} wires them, {@code command} is what a person types.
 */
@NullMarked
package dev.cairn.app;

import org.jspecify.annotations.NullMarked;
