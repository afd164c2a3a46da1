package io.mokuroku.sync.diff;

import java.net.URI;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing.Flag;
import io.mokuroku.sync.dataset.DatasetRecord;

/**
 * What a change means for one entry. A step says where the entry shall arrive, not how it
 * gets there: it is compared with the entry as it is when it is applied.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({ @JsonSubTypes.Type(value = Step.Add.class, name = "ADD"),
		@JsonSubTypes.Type(value = Step.Follow.class, name = "FOLLOW"),
		@JsonSubTypes.Type(value = Step.Orphan.class, name = "ORPHAN"),
		@JsonSubTypes.Type(value = Step.Redirect.class, name = "REDIRECT"),
		@JsonSubTypes.Type(value = Step.Propose.class, name = "PROPOSE") })
public sealed interface Step {

	/** The entry. */
	AnimeId animeId();

	/**
	 * A new entry, or a redirect that becomes an entry again.
	 *
	 * @param animeId its id
	 * @param mintedFrom what the id was minted from
	 * @param record what it says
	 * @param without links of the record that are another entry's
	 */
	record Add(AnimeId animeId, URI mintedFrom, DatasetRecord record, List<SourceLink> without) implements Step {

		public Add {
			without = List.copyOf(without);
		}

	}

	/**
	 * An entry follows a record.
	 *
	 * @param animeId the entry
	 * @param record the record
	 * @param without links of the record that are another entry's
	 * @param dropped links the entry loses because the dataset no longer names them
	 * @param missing links the entry keeps although this release does not name them
	 * @param flags what the dataset sees differently
	 * @param proposals entries it may be the same as
	 */
	record Follow(AnimeId animeId, DatasetRecord record, List<SourceLink> without, List<SourceLink> dropped,
			List<SourceLink> missing, Set<Flag> flags, Set<AnimeId> proposals) implements Step {

		public Follow {
			without = List.copyOf(without);
			dropped = List.copyOf(dropped);
			missing = List.copyOf(missing);
			flags = Set.copyOf(flags);
			proposals = Set.copyOf(proposals);
		}

	}

	/**
	 * An entry that no record names any more.
	 *
	 * @param animeId the entry
	 * @param links the links it was looked for by; if it has others by now, it stays
	 */
	record Orphan(AnimeId animeId, List<SourceLink> links) implements Step {

		public Orphan {
			links = List.copyOf(links);
		}

	}

	/**
	 * An entry that is the same as another.
	 *
	 * @param animeId the entry
	 * @param into the other, which follows a record in the same change
	 */
	record Redirect(AnimeId animeId, AnimeId into) implements Step {
	}

	/**
	 * An entry that may be the same as another, and is left as it is.
	 *
	 * @param animeId the entry
	 * @param same the other
	 */
	record Propose(AnimeId animeId, AnimeId same) implements Step {
	}

}
