/**
 * What an instance of the service does: answer, keep the index, or both.
 */
@NullMarked
package io.mokuroku.search.role;

import org.jspecify.annotations.NullMarked;
