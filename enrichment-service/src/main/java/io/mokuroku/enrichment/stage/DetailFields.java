package io.mokuroku.enrichment.stage;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.Gallery.Image;
import io.mokuroku.catalogue.Media.StreamingLink;
import io.mokuroku.catalogue.Media.ThemeSong;
import io.mokuroku.catalogue.Media.Trailer;
import io.mokuroku.catalogue.Production.Company;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.Statistics;
import io.mokuroku.enrichment.merge.Folding;
import io.mokuroku.enrichment.merge.Rule;
import io.mokuroku.enrichment.merge.Rules;
import io.mokuroku.enrichment.text.PlainText;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.MediaFacts.PictureKind;
import io.mokuroku.upstream.ProductionFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * The fields that tell more than what a work is: how it came to be, what there is to hear
 * and to see beside it, and what each provider's visitors think.
 */
public final class DetailFields {

	private static final TypeReference<String> TEXT = new TypeReference<>() {
	};

	private static final TypeReference<List<ThemeSong>> SONGS = new TypeReference<>() {
	};

	private static final TypeReference<List<Image>> IMAGES = new TypeReference<>() {
	};

	/** How the work came to be. */
	public static final Field<String> BACKGROUND = of("background", Stage.METADATA, TEXT, Rules.priority(),
			(facts) -> PlainText.of(facts.texts().background()), (entry) -> entry.details().background());

	/** Who wrote a provider's synopsis; it goes with that synopsis only. */
	public static final Field<String> CREDIT = of("synopsisCredit", Stage.METADATA, TEXT, Rules.priority(),
			(facts) -> PlainText.credit(facts.texts().synopsis()), (entry) -> null);

	/** All names whose language somebody tells. */
	public static final Field<List<Map.Entry<String, String>>> TITLES = of("titles.byLanguage", Stage.METADATA,
			new TypeReference<>() {
			}, Rules.union((title) -> title.getKey() + "/" + Folding.of(title.getValue())),
			(facts) -> Showing.titles(facts.titles().byLanguage()),
			(entry) -> Showing.titles(entry.titles().byLanguage()));

	/** Companies with their pages, whatever their part in the anime is. */
	public static final Field<List<Company>> COMPANIES = of("production.companies", Stage.METADATA,
			new TypeReference<>() {
			}, Rules.union((company) -> company.id().toString(), Showing::together),
			(facts) -> Showing.companies(facts.production()), (entry) -> entry.production().companies());

	/** Where it was made. */
	public static final Field<String> COUNTRY = of("production.country", Stage.METADATA, TEXT, Rules.priority(),
			(facts) -> facts.release().country(), (entry) -> entry.production().country());

	/** The companies that publish it elsewhere. */
	public static final Field<List<String>> LICENSORS = of("production.licensors", Stage.METADATA,
			new TypeReference<>() {
			}, Rules.priority(), (facts) -> ProductionFacts.Company.names(facts.production().licensors()),
			(entry) -> entry.production().licensors());

	/** A break, which calendars alone tell; what they no longer tell is over. */
	public static final Field<Delay> DELAY = of("airing.delay", Stage.METADATA, new TypeReference<>() {
	}, Rules.priority(), (facts) -> Showing.delay(facts), (entry) -> entry.airing().delay());

	/** The songs at the beginning of episodes. */
	public static final Field<List<ThemeSong>> OPENINGS = of("media.openings", Stage.METADATA, SONGS, Rules.priority(),
			(facts) -> Showing.songs(facts.production().openings()), (entry) -> entry.details().media().openings());

	/** The songs at the end of episodes. */
	public static final Field<List<ThemeSong>> ENDINGS = of("media.endings", Stage.METADATA, SONGS, Rules.priority(),
			(facts) -> Showing.songs(facts.production().endings()), (entry) -> entry.details().media().endings());

	/** Videos that announce it. */
	public static final Field<List<Trailer>> TRAILERS = of("media.trailers", Stage.MEDIA, new TypeReference<>() {
	}, Rules.union((trailer) -> trailer.site() + "/" + trailer.id()), (facts) -> Showing.trailers(facts.media()),
			(entry) -> entry.details().media().trailers());

	/** Where it can be watched; the same page of a site is the same. */
	public static final Field<List<StreamingLink>> STREAMING = of("media.streaming", Stage.MEDIA,
			new TypeReference<>() {
			}, Rules.union((link) -> Showing.page(link.url())), (facts) -> Showing.streaming(facts.media().streaming()),
			(entry) -> entry.details().media().streaming());

	/** Other pages about it; of each name one. */
	public static final Field<List<Map.Entry<String, URI>>> LINKS = of("media.externalLinks", Stage.MEDIA,
			new TypeReference<>() {
			}, Rules.union((link) -> Folding.of(link.getKey())), (facts) -> Showing.links(facts.media()),
			(entry) -> List.copyOf(entry.details().media().externalLinks().entrySet()));

	/** Upright pictures. */
	public static final Field<List<Image>> COVERS = images("artwork.covers", PictureKind.COVER,
			(entry) -> entry.artwork().gallery().covers());

	/** Upright pictures in their original size. */
	public static final Field<List<Image>> POSTERS = images("artwork.posters", PictureKind.POSTER,
			(entry) -> entry.artwork().gallery().posters());

	/** Wide pictures. */
	public static final Field<List<Image>> BANNERS = images("artwork.banners", PictureKind.BANNER,
			(entry) -> entry.artwork().gallery().banners());

	/** How its visitors see it; every provider's own, none is chosen. */
	public static final Field<Statistics> STATISTICS = of("statistics", Stage.MEDIA, new TypeReference<>() {
	}, Rules.priority(), (facts) -> Showing.statistics(facts.statistics()), (entry) -> null);

	/** All of them. */
	static final List<Field<?>> ALL = List.of(BACKGROUND, CREDIT, TITLES, COMPANIES, COUNTRY, LICENSORS, DELAY,
			OPENINGS, ENDINGS, TRAILERS, STREAMING, LINKS, COVERS, POSTERS, BANNERS, STATISTICS);

	private DetailFields() {
	}

	private static Field<List<Image>> images(String name, PictureKind kind, Function<AnimeEntry, List<Image>> inEntry) {
		return of(name, Stage.MEDIA, IMAGES, Rules.union((image) -> Showing.page(image.url())),
				(facts) -> Showing.images(facts, kind), (entry) -> inEntry.apply(entry));
	}

	private static <T> Field<T> of(String name, Stage stage, TypeReference<T> type, Rule<T> rule,
			Function<AnimeFacts, @Nullable T> inFacts, Function<AnimeEntry, @Nullable T> inEntry) {
		return new Field<>(name, stage, type, Trust.PROVIDERS_FIRST, rule, inFacts, inEntry);
	}

}
