/**
 * Language models of Amazon Bedrock, and what can be said to them.
 */
@NullMarked
package io.mokuroku.search.agentic.model;

import org.jspecify.annotations.NullMarked;
