/**
 * Measures how well questions are answered, on a file of the dataset.
 */
@NullMarked
package io.mokuroku.search.quality;

import org.jspecify.annotations.NullMarked;
