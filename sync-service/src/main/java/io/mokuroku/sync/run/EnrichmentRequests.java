package io.mokuroku.sync.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.Outgoing;
import io.mokuroku.sync.dataset.DatasetFile;
import io.mokuroku.sync.dataset.DatasetLine;
import io.mokuroku.sync.dataset.DatasetRecord;
import io.mokuroku.sync.diff.EnrichmentPriority;
import io.mokuroku.telemetry.TraceContexts;

/**
 * Sends the most urgent drafts of a release to enrichment. The release itself is asked
 * who they are, so that a run that was interrupted asks for the same entries, under the
 * same request ids, as one that was not.
 */
final class EnrichmentRequests {

	private final AnimeStore store;

	private final SourceLinks links;

	private final MessageSender sender;

	private final TraceContexts traces;

	private final int most;

	EnrichmentRequests(AnimeStore store, SourceLinks links, MessageSender sender, TraceContexts traces, int most) {
		this.store = store;
		this.links = links;
		this.sender = sender;
		this.traces = traces;
		this.most = most;
	}

	/**
	 * Sends the requests of a run.
	 * @return how many were sent
	 */
	long send(String runId, Path file) throws IOException {
		List<Candidate> urgent = mostUrgent(file);
		Map<SourceLink, AnimeId> holders = this.links.findAll(urgent.stream().map(Candidate::link).toList());
		List<AnimeId> ids = urgent.stream()
			.map((candidate) -> Optional.ofNullable(holders.get(candidate.link())))
			.flatMap(Optional::stream)
			.distinct()
			.toList();
		Map<AnimeId, AnimeEntry> entries = this.store.findAll(ids);
		List<Outgoing> requests = new ArrayList<>();
		for (AnimeId id : ids) {
			AnimeEntry entry = entries.get(id);
			if (entry != null && entry.lifecycle() == Lifecycle.DRAFT) {
				EnrichmentRequested request = new EnrichmentRequested(id, EnrichmentRequested.Mode.FULL, null,
						"new in the dataset", "sync-" + runId + "-" + id);
				this.traces.newTrace("request enrichment", Map.of("run", runId),
						() -> requests.add(Outgoing.of(request, this.traces.current().orElse(null))));
			}
		}
		this.sender.sendAll(requests);
		return requests.size();
	}

	private List<Candidate> mostUrgent(Path file) throws IOException {
		PriorityQueue<Candidate> urgent = new PriorityQueue<>(Candidate.LEAST_URGENT_FIRST);
		new DatasetFile(file).read((line) -> {
			if (line instanceof DatasetLine.Parsed(long number, DatasetRecord content)) {
				urgent.add(new Candidate(EnrichmentPriority.of(content), number, content.sources().getFirst()));
				if (urgent.size() > this.most) {
					urgent.remove();
				}
			}
			return true;
		});
		return urgent.stream().sorted(Candidate.LEAST_URGENT_FIRST.reversed()).toList();
	}

	/**
	 * A record that may be enriched.
	 *
	 * @param priority the higher, the sooner
	 * @param number its position in the release, which decides between equals
	 * @param link a link that tells its entry
	 */
	private record Candidate(int priority, long number, SourceLink link) {

		static final Comparator<Candidate> LEAST_URGENT_FIRST = Comparator.comparingInt(Candidate::priority)
			.thenComparing(Candidate::number, Comparator.reverseOrder());

	}

}
