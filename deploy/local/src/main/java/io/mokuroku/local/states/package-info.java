/**
 * A Step Functions server for one machine: JSONata state machines, durable on disk.
 */
@NullMarked
package io.mokuroku.local.states;

import org.jspecify.annotations.NullMarked;
