package io.mokuroku.search.index;

import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.CatalogueChanged.Change;

/**
 * Hears of changes of the catalogue from the one who keeps the index. The same change may
 * be told twice, late, or after a later one; whoever throws is told again.
 */
public interface CatalogueListener {

	/**
	 * Entries were committed, and the index does not know yet.
	 * @param changes the entries and their versions
	 */
	default void committed(List<Change> changes) {
	}

	/**
	 * The index knows now.
	 * @param changes the entries and their versions
	 * @param entries the entries as they are now; what is gone is missing
	 */
	default void indexed(List<Change> changes, Map<AnimeId, AnimeEntry> entries) {
	}

}
