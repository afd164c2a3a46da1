package io.mokuroku.search.list;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.query.FoundAnime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages of lists as bytes. What lies in a page only gets less while its generation is
 * shown, as anime become adult or are withdrawn, so it is written once in half a minute;
 * what changes with the seconds is written once a second.
 */
final class ListPages {

	private static final int MOST_KEPT = 200;

	/** How long it may take until what may not be shown any more is gone. */
	private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

	private final StillShown still;

	private final JsonMapper mapper;

	private final InstantSource clock;

	private volatile Kept kept = Kept.of("", Instant.EPOCH);

	ListPages(StillShown still, JsonMapper mapper, InstantSource clock) {
		this.still = still;
		this.mapper = mapper;
		this.clock = clock;
	}

	/**
	 * A page, to be sent and not to be changed.
	 * @param offset how many anime come before it, fewer than the list has unless 0
	 * @param size how many anime it has, unless it is the last
	 */
	byte[] page(ShownLists.Shown shown, ListName list, int offset, int size) {
		Wanted wanted = new Wanted(list, offset, size);
		Kept of = of(shown.generation());
		Page page = of.pages().get(wanted);
		Instant now = this.clock.instant();
		if (page == null || !now.isBefore(page.hidden.until())) {
			page = written(shown.generation(), wanted, hidden(of, shown.generation(), list, now));
			if (of.pages().size() < MOST_KEPT || of.pages().containsKey(wanted)) {
				of.pages().put(wanted, page);
			}
		}
		long age = Math.max(0, Duration.between(shown.generation().generatedAt(), now).toSeconds());
		Whole whole = page.whole;
		if (whole == null || whole.ageSeconds() != age || whole.source() != shown.source()) {
			whole = new Whole(age, shown.source(), whole(page, shown, wanted, age));
			page.whole = whole;
		}
		return whole.bytes();
	}

	/**
	 * What is kept of a generation. An earlier one does not push out the present one; of
	 * it nothing is kept.
	 */
	private Kept of(Generation generation) {
		Kept now = this.kept;
		if (now.isOf(generation)) {
			return now;
		}
		Kept other = Kept.of(generation.id(), generation.generatedAt());
		if (!generation.generatedAt().isBefore(now.generatedAt())) {
			this.kept = other;
		}
		return other;
	}

	/** Looked for in a whole list, so that its pages and its total agree. */
	private Hidden hidden(Kept of, Generation generation, ListName list, Instant now) {
		Hidden known = of.hidden().get(list);
		if (known == null || !now.isBefore(known.until())) {
			known = new Hidden(this.still.hidden(generation.list(list)), now.plus(LOOK_AGAIN));
			of.hidden().put(list, known);
		}
		return known;
	}

	private Page written(Generation generation, Wanted wanted, Hidden hidden) {
		List<ListedAnime> all = generation.list(wanted.list());
		int end = Math.min(all.size(), wanted.offset() + wanted.size());
		List<Resource<FoundAnime>> data = new ArrayList<>();
		for (int at = wanted.offset(); at < end; at++) {
			ListedAnime anime = all.get(at);
			if (!hidden.ids().contains(anime.id())) {
				data.add(new Resource<>("anime", anime.id(), anime.attributes(), new ListPage.Place(at + 1)));
			}
		}
		return new Page(this.mapper.writeValueAsBytes(data), hidden);
	}

	private byte[] whole(Page page, ShownLists.Shown shown, Wanted wanted, long age) {
		Generation generation = shown.generation();
		int places = generation.list(wanted.list()).size();
		int total = places - page.hidden.ids().size();
		ListPage.Meta meta = new ListPage.Meta(wanted.list().path(), total, generation.id(), generation.generatedAt(),
				age, shown.source().name().toLowerCase(Locale.ROOT), shown.source() != ShownLists.Source.REDIS);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(page.anime.length + 600);
		bytes.writeBytes(text("{\"data\":"));
		bytes.writeBytes(page.anime);
		bytes.writeBytes(text(",\"meta\":"));
		bytes.writeBytes(this.mapper.writeValueAsBytes(meta));
		bytes.writeBytes(text(",\"links\":"));
		bytes.writeBytes(this.mapper.writeValueAsBytes(new ListPage.Links(next(generation, wanted, places))));
		bytes.writeBytes(text("}"));
		return bytes.toByteArray();
	}

	private static @Nullable String next(Generation generation, Wanted wanted, int places) {
		int end = wanted.offset() + wanted.size();
		return (end >= places) ? null : "/v1/lists/%s?page%%5Bsize%%5D=%d&page%%5Bcursor%%5D=%s"
			.formatted(wanted.list().path(), wanted.size(), new ListCursor(generation.id(), end).text());
	}

	private static byte[] text(String json) {
		return json.getBytes(StandardCharsets.US_ASCII);
	}

	private record Kept(String generation, Instant generatedAt, Map<Wanted, Page> pages, Map<ListName, Hidden> hidden) {

		static Kept of(String generation, Instant generatedAt) {
			return new Kept(generation, generatedAt, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
		}

		boolean isOf(Generation other) {
			return this.generation.equals(other.id()) && this.generatedAt.equals(other.generatedAt());
		}

	}

	/**
	 * What a list has and may not be shown any more, and until when that is taken for
	 * true.
	 */
	private record Hidden(Set<String> ids, Instant until) {
	}

	private record Wanted(ListName list, int offset, int size) {
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Whole(long ageSeconds, ShownLists.Source source, byte[] bytes) {
	}

	private static final class Page {

		private final byte[] anime;

		private final Hidden hidden;

		private volatile @Nullable Whole whole;

		Page(byte[] anime, Hidden hidden) {
			this.anime = anime;
			this.hidden = hidden;
		}

	}

}
