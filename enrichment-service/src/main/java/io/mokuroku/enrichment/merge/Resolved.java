package io.mokuroku.enrichment.merge;

import io.mokuroku.catalogue.Provenance;

/**
 * What was chosen for a field, and how.
 *
 * @param <T> what the field holds
 * @param value the value
 * @param provenance who said it and why it was chosen
 * @param conflict whether providers contradict each other about it
 */
public record Resolved<T>(T value, Provenance provenance, boolean conflict) {

}
