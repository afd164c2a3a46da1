package io.mokuroku.enrichment.workflow;

import io.mokuroku.catalogue.AnimeId;

/**
 * Where a piece of work belongs.
 *
 * @param execution the name of the execution, which is also its folder in the work area
 * @param animeId the entry being worked on
 */
public record TaskRun(String execution, AnimeId animeId) {

}
