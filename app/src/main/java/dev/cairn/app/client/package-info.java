/**
 * A client of a running instance, for the command line and the demo. It speaks only what the
 * OpenAPI document describes.
 */
@NullMarked
package dev.cairn.app.client;

import org.jspecify.annotations.NullMarked;
