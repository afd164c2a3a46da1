/**
 * Plans the airings of each day and triggers episode updates.
 */
@NullMarked
package io.mokuroku.episodes;

import org.jspecify.annotations.NullMarked;
