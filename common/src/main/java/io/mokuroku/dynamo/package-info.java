/**
 * What is DynamoDB's alone, whatever its tables hold: values, batches, transactions, and
 * what its failures mean.
 */
@NullMarked
package io.mokuroku.dynamo;

import org.jspecify.annotations.NullMarked;
