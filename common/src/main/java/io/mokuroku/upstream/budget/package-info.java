/**
 * How often a provider may be asked, counted over all instances.
 */
@NullMarked
package io.mokuroku.upstream.budget;

import org.jspecify.annotations.NullMarked;
