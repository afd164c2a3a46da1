package io.mokuroku.search.list;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.index.AnimeCondition;
import io.mokuroku.search.index.AnimeField;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.projection.IndexedAnime;

/**
 * Whether what was put on a list may still be shown. The index hears of changes in
 * seconds, lists are made every hour.
 */
final class StillShown {

	private final AnimeIndex index;

	StillShown(AnimeIndex index) {
		this.index = index;
	}

	/**
	 * Those of some anime that became adult or are gone. An index that is away, or knows
	 * none of them as it is empty, has nothing to say.
	 */
	Set<String> hidden(List<ListedAnime> listed) {
		Set<String> ids = listed.stream().map(ListedAnime::id).collect(Collectors.toCollection(HashSet::new));
		if (ids.isEmpty()) {
			return Set.of();
		}
		Map<String, IndexedAnime> known = new HashMap<>();
		try {
			AnimeFilter these = AnimeFilter.of((asked) -> {
				asked.adult = true;
				asked.must(new AnimeCondition.OneOf(AnimeField.ID, Set.copyOf(ids)));
			});
			this.index.listed(these, ids.size()).forEach((anime) -> known.put(anime.id().toString(), anime));
		}
		catch (RetryableFailure ex) {
			return Set.of();
		}
		if (known.isEmpty()) {
			return Set.of();
		}
		ids.removeIf((id) -> {
			IndexedAnime anime = known.get(id);
			return anime != null && !anime.adult();
		});
		return ids;
	}

}
