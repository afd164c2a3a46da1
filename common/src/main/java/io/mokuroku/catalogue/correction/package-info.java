/**
 * What people corrected in the lists of an entry, its episodes, characters and staff, so
 * that it holds whatever sources list later.
 */
@NullMarked
package io.mokuroku.catalogue.correction;

import org.jspecify.annotations.NullMarked;
