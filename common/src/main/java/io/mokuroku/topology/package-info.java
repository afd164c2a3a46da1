/**
 * The names of everything that must exist in the cloud before a service can work, and
 * their keys.
 */
@NullMarked
package io.mokuroku.topology;

import org.jspecify.annotations.NullMarked;
