/**
 * Which models are asked, in which order and with which prompts, and how operators change
 * that while the service runs.
 */
@NullMarked
package io.mokuroku.search.agentic.choice;

import org.jspecify.annotations.NullMarked;
