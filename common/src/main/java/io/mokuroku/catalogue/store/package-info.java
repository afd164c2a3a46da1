/**
 * The catalogue on DynamoDB: entries, source links, locks and the outbox.
 */
@NullMarked
package io.mokuroku.catalogue.store;

import org.jspecify.annotations.NullMarked;
