/**
 * Whether the service keeps what its OpenAPI document promises.
 */
@NullMarked
package io.mokuroku.search.contract;

import org.jspecify.annotations.NullMarked;
