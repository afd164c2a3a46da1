package io.mokuroku.enrichment.stage;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.SourceRelation;
import io.mokuroku.enrichment.Works;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.RelationFacts;
import io.mokuroku.upstream.RelationFacts.ToAnime;
import io.mokuroku.upstream.RelationFacts.ToSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.mokuroku.enrichment.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

final class RelationMergeTests {

	private static final AnimeEntry ENTRY = Works.aDraft();

	private static final SourceLink MAL_SEQUEL = SourceLink.ofKey("MYANIMELIST#990050");

	private static final SourceLink ANILIST_SEQUEL = SourceLink.ofKey("ANILIST#550");

	private static final AnimeId SEQUEL = AnimeId.mintedFrom(MAL_SEQUEL);

	@Test
	void findsOneTargetBehindTwoPages() {
		RelationList merged = merged(Map.of(MAL_SEQUEL, SEQUEL, ANILIST_SEQUEL, SEQUEL),
				relating("ANILIST#1", edge(RelationType.SEQUEL, ANILIST_SEQUEL, "II", "TV")),
				relating("MYANIMELIST#990041", edge(RelationType.SEQUEL, MAL_SEQUEL, null, null)));
		assertThat(merged.anime()).containsExactly(new Relation(RelationType.SEQUEL, MAL_SEQUEL, SEQUEL, "II",
				AnimeType.TV, List.of(Provider.MYANIMELIST, Provider.ANILIST)));
	}

	@Test
	void keepsATargetTheCatalogueDoesNotHave() {
		assertThat(merged(Map.of(),
				relating("KITSU#990042", edge(RelationType.OTHER, SourceLink.ofKey("KITSU#7"), null, null)))
			.anime()).singleElement().satisfies((relation) -> assertThat(relation.animeId()).isNull());
	}

	@Test
	void believesWhatMostSayThenMyAnimeListThenWhatSaysMost() {
		assertThat(typeOf(RelationType.SIDE_STORY, RelationType.OTHER, RelationType.OTHER))
			.isEqualTo(RelationType.OTHER);
		assertThat(typeOf(RelationType.OTHER, RelationType.SEQUEL)).isEqualTo(RelationType.OTHER);
		assertThat(merged(Map.of(), relating("ANILIST#1", edge(RelationType.OTHER, MAL_SEQUEL, null, null)),
				relating("KITSU#990042", edge(RelationType.SPIN_OFF, MAL_SEQUEL, null, null)))
			.anime()
			.getFirst()
			.type()).isEqualTo(RelationType.SPIN_OFF);
	}

	@Test
	void dropsWhatLeadsBackToTheAnimeItself() {
		assertThat(
				merged(Map.of(ANILIST_SEQUEL, ENTRY.id()),
						relating("ANILIST#1", edge(RelationType.SEQUEL, ANILIST_SEQUEL, null, null),
								edge(RelationType.OTHER, SourceLink.ofKey("KITSU#990042"), null, null)))
					.anime())
			.isEmpty();
	}

	@Test
	void hearsTheDatasetOnlyWhereNobodyKnowsAType() {
		SourceLink other = SourceLink.ofKey("ANIDB#77");
		List<Relation> dataset = List.of(new Relation(RelationType.UNSPECIFIED, ANILIST_SEQUEL),
				new Relation(RelationType.UNSPECIFIED, other));
		RelationList merged = RelationMerge.merge(ENTRY,
				List.of(relating("MYANIMELIST#990041", edge(RelationType.SEQUEL, MAL_SEQUEL, null, null))), dataset,
				Map.of(MAL_SEQUEL, SEQUEL, ANILIST_SEQUEL, SEQUEL));
		assertThat(merged.anime()).extracting(Relation::type, Relation::target)
			.containsExactly(tuple(RelationType.SEQUEL, MAL_SEQUEL), tuple(RelationType.UNSPECIFIED, other));
	}

	@Test
	void keepsBooksApart() {
		URI manga = URI.create("https://myanimelist.net/manga/1");
		AnimeFacts mal = with("MYANIMELIST#990041", new RelationFacts(List.of(),
				List.of(new ToSource(RelationType.ADAPTATION, manga, "Hoshi", "Light Novel"))));
		RelationList merged = merged(Map.of(), mal);
		assertThat(merged.anime()).isEmpty();
		assertThat(merged.sources()).containsExactly(new SourceRelation(RelationType.ADAPTATION, manga, "Hoshi",
				"light_novel", List.of(Provider.MYANIMELIST)));
	}

	@Test
	void noticesThatASequelCannotBeAPrequel() {
		assertThat(merged(Map.of(), relating("ANILIST#1", edge(RelationType.PREQUEL, MAL_SEQUEL, null, null)),
				relating("KITSU#990042", edge(RelationType.SEQUEL, MAL_SEQUEL, null, null)))
			.contradictions()).isEqualTo(1);
	}

	private static RelationType typeOf(RelationType mal, RelationType... others) {
		List<AnimeFacts> all = new ArrayList<>();
		all.add(relating("MYANIMELIST#990041", edge(mal, MAL_SEQUEL, null, null)));
		List<String> links = List.of("ANILIST#1", "KITSU#990042");
		for (int i = 0; i < others.length; i++) {
			all.add(relating(links.get(i), edge(others[i], MAL_SEQUEL, null, null)));
		}
		return RelationMerge.merge(ENTRY, all, List.of(), Map.of()).anime().getFirst().type();
	}

	private static RelationList merged(Map<SourceLink, AnimeId> holders, AnimeFacts... said) {
		return RelationMerge.merge(ENTRY, List.of(said), List.of(), holders);
	}

	private static ToAnime edge(RelationType type, SourceLink target, @Nullable String title, @Nullable String format) {
		return new ToAnime(type, target, List.of(), title, format);
	}

	private static AnimeFacts relating(String link, ToAnime... edges) {
		return with(link, new RelationFacts(List.of(edges), List.of()));
	}

	private static AnimeFacts with(String link, RelationFacts relations) {
		return said(link, (its) -> its.relations = relations);
	}

}
