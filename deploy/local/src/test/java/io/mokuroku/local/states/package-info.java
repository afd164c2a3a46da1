/**
 * Tests of the Step Functions server.
 */
@NullMarked
package io.mokuroku.local.states;

import org.jspecify.annotations.NullMarked;
