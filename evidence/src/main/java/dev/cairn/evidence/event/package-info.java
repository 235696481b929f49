/**
 * Events: signed statements in the form of a JWS. Parsing checks structure and caps, verifying
 * checks the signature; both name what is wrong by a stable slug.
 */
@NullMarked
package dev.cairn.evidence.event;

import org.jspecify.annotations.NullMarked;
