/**
 * Which episodes air soon, and when each of them is to be looked at.
 */
@NullMarked
package io.mokuroku.episodes.plan;

import org.jspecify.annotations.NullMarked;
