/**
 * JSON as a node reads and writes it: member order and number forms that are hashed, and the texts
 * with which a node refuses a body of the wrong shape. Nothing here knows what the JSON means.
 */
@NullMarked
package dev.cairn.devnet.json;

import org.jspecify.annotations.NullMarked;
