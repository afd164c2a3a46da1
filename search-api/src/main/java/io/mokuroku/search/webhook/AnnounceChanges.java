package io.mokuroku.search.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.digest.Sha256;
import io.mokuroku.message.CatalogueChanged.Change;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.Outgoing;
import io.mokuroku.message.WebhookDelivery;
import io.mokuroku.search.changes.EntryChange;
import io.mokuroku.search.changes.TellChanges;
import io.mokuroku.search.index.CatalogueListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes an event of what was committed together, for every webhook that may hear of it.
 * The same changes make the same event, however often they are heard of.
 */
final class AnnounceChanges implements CatalogueListener {

	private final Webhooks webhooks;

	private final TellChanges tell;

	private final MessageSender sender;

	private final JsonMapper json;

	private final InstantSource clock;

	private final WebhookSettings settings;

	private volatile Known known = new Known(List.of(), Instant.MIN);

	AnnounceChanges(Webhooks webhooks, TellChanges tell, MessageSender sender, JsonMapper json, InstantSource clock,
			WebhookSettings settings) {
		this.webhooks = webhooks;
		this.tell = tell;
		this.sender = sender;
		this.json = json;
		this.clock = clock;
		this.settings = settings;
	}

	@Override
	public void indexed(List<Change> changes, Map<AnimeId, AnimeEntry> entries) {
		List<Webhook> listeners = listeners();
		if (listeners.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		String id = id(changes);
		@Nullable String everything = body(entries, true, now);
		@Nullable String decent = body(entries, false, now);
		List<Outgoing> events = new ArrayList<>();
		for (Webhook webhook : listeners) {
			@Nullable String body = webhook.adult() ? everything : decent;
			if (body != null) {
				events.add(Outgoing.of(new WebhookDelivery(webhook.id(), id, now, body), null));
			}
		}
		this.sender.sendAll(events);
	}

	private List<Webhook> listeners() {
		Known now = this.known;
		if (!this.clock.instant().isBefore(now.until())) {
			now = new Known(this.webhooks.all().stream().filter(Webhook::active).toList(),
					this.clock.instant().plus(this.settings.refresh()));
			this.known = now;
		}
		return now.webhooks();
	}

	private @Nullable String body(Map<AnimeId, AnimeEntry> entries, boolean adult, Instant now) {
		List<EntryChange> told = this.tell.of(entries.values(), adult)
			.stream()
			.sorted(Comparator.comparing(EntryChange::animeId))
			.toList();
		return told.isEmpty() ? null
				: this.json.writeValueAsString(new Event("catalogue.changed", now, new Changes(told)));
	}

	private static String id(List<Change> changes) {
		String text = changes.stream()
			.map((change) -> change.animeId() + ":" + change.version())
			.sorted()
			.collect(Collectors.joining(","));
		return "evt_" + Sha256.beginning(Sha256.of(text), 16);
	}

	/**
	 * What is posted.
	 *
	 * @param type what happened
	 * @param timestamp when it was heard of
	 * @param data to what
	 */
	record Event(String type, Instant timestamp, Object data) {
	}

	/**
	 * The entries that were committed together.
	 *
	 * @param changes each once, as it is now
	 */
	record Changes(List<EntryChange> changes) {
	}

	private record Known(List<Webhook> webhooks, Instant until) {
	}

}
