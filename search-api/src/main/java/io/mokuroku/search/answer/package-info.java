/**
 * The JSON:API shape that all answers share.
 */
@NullMarked
package io.mokuroku.search.answer;

import org.jspecify.annotations.NullMarked;
