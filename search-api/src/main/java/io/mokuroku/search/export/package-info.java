/**
 * The catalogue as a file, for everybody.
 */
@NullMarked
package io.mokuroku.search.export;

import org.jspecify.annotations.NullMarked;
