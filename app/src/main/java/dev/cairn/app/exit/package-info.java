/** How commands end: what is said to a person, and the exit code that a script sees. */
@NullMarked
package dev.cairn.app.exit;

import org.jspecify.annotations.NullMarked;
