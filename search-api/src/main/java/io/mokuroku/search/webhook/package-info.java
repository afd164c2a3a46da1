/**
 * Who wants to be told of changes, and how they are told.
 */
@NullMarked
package io.mokuroku.search.webhook;

import org.jspecify.annotations.NullMarked;
