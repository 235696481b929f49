/**
 * The subcommands of {@code cairn}, one class each. Exit codes: 0 good, 1 try again, 2 do not; see
 * {@link dev.cairn.app.exit.Failure}.
 */
@NullMarked
package dev.cairn.app.command;

import org.jspecify.annotations.NullMarked;
