/**
 * How long the cloud may take to answer.
 */
@NullMarked
package io.mokuroku.cloud;

import org.jspecify.annotations.NullMarked;
