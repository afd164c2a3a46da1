/**
 * What happens when an episode's time has come.
 */
@NullMarked
package io.mokuroku.episodes.trigger;

import org.jspecify.annotations.NullMarked;
