/**
 * Building the index anew from the catalogue while the present one answers.
 */
@NullMarked
package io.mokuroku.search.rebuild;

import org.jspecify.annotations.NullMarked;
