/**
 * The state machine: how it is registered, started and observed, and how its pieces of
 * work reach the classes that do them.
 */
@NullMarked
package io.mokuroku.enrichment.workflow;

import org.jspecify.annotations.NullMarked;
