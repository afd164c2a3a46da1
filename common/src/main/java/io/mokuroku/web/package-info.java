/**
 * What every HTTP surface shares: security, error documents, OpenAPI defaults.
 */
@NullMarked
package io.mokuroku.web;

import org.jspecify.annotations.NullMarked;
