/**
 * Whose data this is, how old it is, and which versions answer.
 */
@NullMarked
package io.mokuroku.search.about;

import org.jspecify.annotations.NullMarked;
