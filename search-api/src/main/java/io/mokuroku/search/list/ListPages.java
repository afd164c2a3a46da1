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

	private volatile Kept kept = new Kept("", Instant.EPOCH, Map.of());

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
		Page page = pages(shown.generation()).get(wanted);
		Instant now = this.clock.instant();
		if (page == null || !now.isBefore(page.until)) {
			page = new Page(anime(shown.generation(), wanted), now.plus(LOOK_AGAIN));
			keep(shown.generation(), wanted, page);
		}
		long age = Math.max(0, Duration.between(shown.generation().generatedAt(), now).toSeconds());
		Whole whole = page.whole;
		if (whole == null || whole.ageSeconds() != age || whole.source() != shown.source()) {
			whole = new Whole(age, shown.source(), whole(page.anime, shown, wanted, age));
			page.whole = whole;
		}
		return whole.bytes();
	}

	private Map<Wanted, Page> pages(Generation generation) {
		Kept now = this.kept;
		return now.isOf(generation) ? now.pages() : Map.of();
	}

	/** Pages of an earlier generation do not push out those of the present one. */
	private void keep(Generation generation, Wanted wanted, Page page) {
		Kept now = this.kept;
		if (!now.isOf(generation) && generation.generatedAt().isBefore(now.generatedAt())) {
			return;
		}
		if (!now.isOf(generation)) {
			now = new Kept(generation.id(), generation.generatedAt(), new ConcurrentHashMap<>());
			this.kept = now;
		}
		if (now.pages().size() < MOST_KEPT || now.pages().containsKey(wanted)) {
			now.pages().put(wanted, page);
		}
	}

	private byte[] anime(Generation generation, Wanted wanted) {
		List<ListedAnime> all = generation.list(wanted.list());
		int end = Math.min(all.size(), wanted.offset() + wanted.size());
		Set<String> hidden = this.still.hidden(all.subList(Math.min(wanted.offset(), end), end));
		List<Resource<FoundAnime>> data = new ArrayList<>();
		for (int at = wanted.offset(); at < end; at++) {
			ListedAnime anime = all.get(at);
			if (!hidden.contains(anime.id())) {
				data.add(new Resource<>("anime", anime.id(), anime.attributes(), new ListPage.Place(at + 1)));
			}
		}
		return this.mapper.writeValueAsBytes(data);
	}

	private byte[] whole(byte[] anime, ShownLists.Shown shown, Wanted wanted, long age) {
		Generation generation = shown.generation();
		int total = generation.list(wanted.list()).size();
		ListPage.Meta meta = new ListPage.Meta(wanted.list().path(), total, generation.id(), generation.generatedAt(),
				age, shown.source().name().toLowerCase(Locale.ROOT), shown.source() != ShownLists.Source.REDIS);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(anime.length + 600);
		bytes.writeBytes(text("{\"data\":"));
		bytes.writeBytes(anime);
		bytes.writeBytes(text(",\"meta\":"));
		bytes.writeBytes(this.mapper.writeValueAsBytes(meta));
		bytes.writeBytes(text(",\"links\":"));
		bytes.writeBytes(this.mapper.writeValueAsBytes(new ListPage.Links(next(generation, wanted, total))));
		bytes.writeBytes(text("}"));
		return bytes.toByteArray();
	}

	private static @Nullable String next(Generation generation, Wanted wanted, int total) {
		int end = wanted.offset() + wanted.size();
		return (end >= total) ? null : "/v1/lists/%s?page%%5Bsize%%5D=%d&page%%5Bcursor%%5D=%s"
			.formatted(wanted.list().path(), wanted.size(), new ListCursor(generation.id(), end).text());
	}

	private static byte[] text(String json) {
		return json.getBytes(StandardCharsets.US_ASCII);
	}

	private record Kept(String generation, Instant generatedAt, Map<Wanted, Page> pages) {

		boolean isOf(Generation other) {
			return this.generation.equals(other.id()) && this.generatedAt.equals(other.generatedAt());
		}

	}

	private record Wanted(ListName list, int offset, int size) {
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Whole(long ageSeconds, ShownLists.Source source, byte[] bytes) {
	}

	private static final class Page {

		private final byte[] anime;

		private final Instant until;

		private volatile @Nullable Whole whole;

		Page(byte[] anime, Instant until) {
			this.anime = anime;
			this.until = until;
		}

	}

}
