package io.mokuroku.upstream.animeschedule;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AudienceFacts;
import io.mokuroku.upstream.Dates;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.Languages;
import io.mokuroku.upstream.MediaFacts;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.RelationFacts;
import io.mokuroku.upstream.ReleaseFacts;
import io.mokuroku.upstream.ReleaseKind;
import io.mokuroku.upstream.StatisticsFacts;
import io.mokuroku.upstream.SubjectFacts;
import io.mokuroku.upstream.TextFacts;
import io.mokuroku.upstream.TitleFacts;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * From AnimeSchedule's words to the catalogue's.
 */
final class AnimeScheduleMapper {

	private static final String PICTURES = "https://img.animeschedule.net/production/assets/public/img/";

	private final Notes notes;

	AnimeScheduleMapper(Notes notes) {
		this.notes = notes;
	}

	AnimeFacts facts(AnimeScheduleShow show, SourceLink link, Instant fetchedAt) {
		return new AnimeFacts(link, fetchedAt, AnimeScheduleWords.sameAs(show.websites()), titles(show),
				new ReleaseFacts(AnimeScheduleWords.type(show.mediaTypes(), this.notes),
						Values.positive(show.episodes()), Values.secondsOf(show.lengthMin()),
						AnimeScheduleWords.country(show.mediaTypes())),
				airing(show), new TextFacts(Values.text(show.description()), null), AudienceFacts.NONE,
				new SubjectFacts(AnimeScheduleWords.names(show.genres()), List.of(), List.of(), List.of()),
				production(show), relations(show), statistics(show), media(show));
	}

	private static TitleFacts titles(AnimeScheduleShow show) {
		AnimeScheduleShow.Names names = Objects.requireNonNullElse(show.names(),
				new AnimeScheduleShow.Names(null, null, null, null, null));
		String romaji = Values.text(names.romaji());
		String english = Values.text(names.english());
		List<String> synonyms = new ArrayList<>(Values.texts(names.synonyms()));
		String abbreviation = Values.text(names.abbreviation());
		if (abbreviation != null) {
			synonyms.add(abbreviation);
		}
		String inItsScript = Values.text(names.nativeName());
		return new TitleFacts((romaji != null) ? romaji : Values.text(show.title()), english, inItsScript, synonyms,
				Languages.ofWork(AnimeScheduleWords.country(show.mediaTypes()), english, inItsScript, romaji));
	}

	private AiringFacts airing(AnimeScheduleShow show) {
		AnimeScheduleShow.Season season = Objects.requireNonNullElse(show.season(),
				new AnimeScheduleShow.Season(null, null));
		Instant premiere = Dates.instant(show.premier(), this.notes);
		Instant slot = Dates.instant(show.jpnTime(), this.notes);
		List<AiringFacts.Release> releases = new ArrayList<>();
		add(releases, ReleaseKind.RAW, premiere, slot);
		add(releases, ReleaseKind.SUB, Dates.instant(show.subPremier(), this.notes),
				Dates.instant(show.subTime(), this.notes));
		add(releases, ReleaseKind.DUB, Dates.instant(show.dubPremier(), this.notes),
				Dates.instant(show.dubTime(), this.notes));
		Integer year = Values.positive(season.year());
		return new AiringFacts(Labels.STATUS.of(show.status(), AiringStatus.UNKNOWN, this.notes),
				Labels.SEASON.of(season.season(), this.notes), (year != null) ? year : Values.positive(show.year()),
				(premiere != null) ? PartialDate.of(premiere.atZone(Broadcast.JAPAN).toLocalDate()) : null, null,
				(slot != null) ? broadcast(slot) : null, null,
				AnimeScheduleWords.delay(show.delayedFrom(), show.delayedUntil(), reason(show), false, this.notes),
				releases);
	}

	private static @Nullable String reason(AnimeScheduleShow show) {
		String text = Values.text(show.delayedDesc());
		return (text != null) ? text : show.delayedTimetable();
	}

	private static Broadcast broadcast(Instant slot) {
		ZonedDateTime start = slot.atZone(Broadcast.JAPAN);
		return new Broadcast(start.getDayOfWeek(), start.toLocalTime(), Broadcast.JAPAN);
	}

	private static void add(List<AiringFacts.Release> releases, ReleaseKind kind, @Nullable Instant premiere,
			@Nullable Instant usual) {
		if (premiere != null || usual != null) {
			releases.add(new AiringFacts.Release(kind, premiere, usual));
		}
	}

	private ProductionFacts production(AnimeScheduleShow show) {
		String source = AnimeScheduleWords.firstName(show.sources());
		return new ProductionFacts(
				AnimeScheduleWords.names(show.studios())
					.stream()
					.map((name) -> new ProductionFacts.Company(name, null))
					.toList(),
				List.of(), List.of(), Labels.SOURCE_MATERIAL.of(source, this.notes), source, List.of(), List.of());
	}

	private RelationFacts relations(AnimeScheduleShow show) {
		List<RelationFacts.ToAnime> related = new ArrayList<>();
		Objects.requireNonNullElse(show.relations(), Map.<String, @Nullable List<@Nullable String>>of())
			.forEach((label, routes) -> Values.texts(routes)
				.forEach((route) -> related
					.add(new RelationFacts.ToAnime(Labels.RELATION.of(label, RelationType.OTHER, this.notes),
							new SourceLink(Provider.ANIMESCHEDULE, route), List.of(), null, null))));
		return new RelationFacts(related, List.of());
	}

	private static StatisticsFacts statistics(AnimeScheduleShow show) {
		AnimeScheduleShow.Stats stats = Objects.requireNonNullElse(show.stats(),
				new AnimeScheduleShow.Stats(null, null, null));
		return StatisticsFacts.rated(stats.averageScore(), 100, stats.ratingCount())
			.withPeople(stats.trackedCount(), null);
	}

	private MediaFacts media(AnimeScheduleShow show) {
		String route = Values.text(show.imageVersionRoute());
		URI picture = (route != null) ? Values.webAddress(PICTURES + route) : null;
		List<MediaFacts.Stream> streaming = new ArrayList<>();
		List<MediaFacts.Page> pages = new ArrayList<>();
		Objects.requireNonNullElse(show.websites(), Map.<String, Object>of()).forEach((name, value) -> {
			if (value instanceof List<?> streams) {
				streams.forEach((stream) -> addStream(streaming, stream));
			}
			else if (value instanceof String text) {
				URI address = Values.looseAddress(text);
				if (address != null) {
					pages.add(new MediaFacts.Page(name, address));
				}
			}
		});
		return new MediaFacts((picture != null)
				? List.of(new MediaFacts.Picture(MediaFacts.PictureKind.COVER, MediaFacts.PictureSize.LARGE, picture))
				: List.of(), List.of(), streaming, pages);
	}

	private void addStream(List<MediaFacts.Stream> streaming, Object stream) {
		Map<?, ?> members = (stream instanceof Map<?, ?> map) ? map : Map.of();
		URI address = Values.looseAddress(text(members, "url"));
		if (address == null) {
			this.notes.add("stream", stream.toString());
			return;
		}
		String name = text(members, "name");
		String platform = (name != null) ? name : text(members, "platform");
		streaming.add(new MediaFacts.Stream((platform != null) ? platform : address.getHost(), address, List.of()));
	}

	private static @Nullable String text(Map<?, ?> members, String name) {
		return (members.get(name) instanceof String text) ? Values.text(text) : null;
	}

}
