/**
 * Demo providers that answer for the sample titles in the real wire formats.
 */
@NullMarked
package io.mokuroku.local.upstream;

import org.jspecify.annotations.NullMarked;
