/** What a request brings: its data and the chain it runs on, as natives read them. */
@NullMarked
package dev.cairn.pact.message;

import org.jspecify.annotations.NullMarked;
