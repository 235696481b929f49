/**
 * An NTM-IA chain beside the other rooms: served to others, sealed by the clock, and its heads sent
 * through Cairn's own gateway, so that evidence tells when it was cut off or rewritten.
 */
@NullMarked
package dev.cairn.app.ntm;

import org.jspecify.annotations.NullMarked;
