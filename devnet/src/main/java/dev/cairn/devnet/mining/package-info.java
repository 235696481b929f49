/**
 * When blocks are made and how, and what else changes the chains: one thread mines rounds, lets
 * other branches win, holds chains, and takes solved work. Others only ask it to.
 */
@NullMarked
package dev.cairn.devnet.mining;

import org.jspecify.annotations.NullMarked;
