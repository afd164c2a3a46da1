/**
 * What providers say, passed on as they said it: a few questions, answered from what is
 * remembered, and asked anew only while nobody else needs the provider.
 */
@NullMarked
package io.mokuroku.search.relay;

import org.jspecify.annotations.NullMarked;
