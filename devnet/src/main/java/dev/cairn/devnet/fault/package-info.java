/**
 * Bad days on command: what goes wrong with answers, clocks, transactions and chains, and the port
 * through which a test asks for it. Nothing goes wrong unless somebody asks.
 */
@NullMarked
package dev.cairn.devnet.fault;

import org.jspecify.annotations.NullMarked;
