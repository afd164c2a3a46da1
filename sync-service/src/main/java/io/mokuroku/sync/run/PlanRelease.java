package io.mokuroku.sync.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.sync.dataset.DatasetFile;
import io.mokuroku.sync.dataset.DatasetLine;
import io.mokuroku.sync.dataset.DatasetRecord;
import io.mokuroku.sync.diff.CatalogueDiff;
import io.mokuroku.sync.diff.CatalogueState;
import io.mokuroku.sync.diff.Component;
import io.mokuroku.sync.diff.Differences;
import io.mokuroku.sync.diff.ReleaseIndex;
import io.mokuroku.sync.diff.Surroundings;

/**
 * Turns what differs between a release and the catalogue into a plan. The release is read
 * once more, but only if something differs, and only what differs is looked at: the
 * records, and their entries as they are by then.
 */
final class PlanRelease {

	private static final int ENTRIES_PER_READ = 100;

	private final AnimeStore store;

	private final CatalogueState state;

	private final ReleaseIndex index;

	private final Differences differences;

	private final Surroundings around;

	private final PlanWriter writer;

	private final Map<Differences.Group, List<DatasetRecord>> groups = new HashMap<>();

	private List<Undecided> undecided = new ArrayList<>();

	private int entriesToRead;

	PlanRelease(AnimeStore store, CatalogueState state, ReleaseIndex index, Differences differences,
			Surroundings around, PlanWriter writer) {
		this.store = store;
		this.state = state;
		this.index = index;
		this.differences = differences;
		this.around = around;
		this.writer = writer;
	}

	/**
	 * Makes the plan.
	 * @param file the release
	 * @throws IOException if it cannot be read
	 * @throws InterruptedException if the thread is told to stop
	 */
	Plan plan(DatasetFile file) throws IOException, InterruptedException {
		if (this.differences.readAgain()) {
			readAgain(file);
		}
		this.differences.forEachGone((entry) -> decideLater(List.of(), List.of(this.state.id(entry))));
		decide();
		for (int i = 0; i < this.index.size(); i++) {
			int entry = this.differences.partner(i);
			if (entry >= 0 && this.state.lifecycle(entry) == Lifecycle.DRAFT) {
				this.writer.draft(this.state.id(entry), this.index.urgency(i));
			}
		}
		return this.writer.finish();
	}

	private void readAgain(DatasetFile file) throws IOException, InterruptedException {
		int[] number = new int[1];
		file.look((line) -> {
			if (this.index.holdsRecord((int) line.number() - 1)) {
				int record = number[0]++;
				if (this.differences.concerns(record)
						&& line.read() instanceof DatasetLine.Parsed(long _, var content)) {
					read(record, content);
				}
			}
			return !Thread.currentThread().isInterrupted();
		});
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
	}

	private void read(int number, DatasetRecord content) {
		Differences.Group group = this.differences.group(number);
		if (group != null) {
			List<DatasetRecord> records = this.groups.computeIfAbsent(group, (_) -> new ArrayList<>());
			records.add(content);
			if (records.size() == group.records()) {
				decideLater(Objects.requireNonNull(this.groups.remove(group)),
						group.entries().stream().map(this.state::id).toList());
			}
		}
		else if (this.differences.isNew(number)) {
			CatalogueDiff.decide(new Component(List.of(content), List.of()), this.around).ifPresent(this.writer::add);
		}
		else if (this.differences.isChanged(number)) {
			decideLater(List.of(content), List.of(this.state.id(this.differences.partner(number))));
		}
	}

	private void decideLater(List<DatasetRecord> records, List<AnimeId> entries) {
		this.undecided.add(new Undecided(records, entries));
		this.entriesToRead += entries.size();
		if (this.entriesToRead >= ENTRIES_PER_READ) {
			decide();
		}
	}

	private void decide() {
		Set<AnimeId> ids = new LinkedHashSet<>();
		this.undecided.forEach((component) -> ids.addAll(component.entries()));
		Map<AnimeId, AnimeEntry> entries = this.store.findAll(ids);
		for (Undecided component : this.undecided) {
			List<AnimeEntry> known = component.entries()
				.stream()
				.map(entries::get)
				.filter((entry) -> entry != null)
				.toList();
			CatalogueDiff.decide(new Component(component.records(), known), this.around).ifPresent(this.writer::add);
		}
		this.undecided = new ArrayList<>();
		this.entriesToRead = 0;
	}

	/**
	 * A component whose entries have not been read yet.
	 *
	 * @param records its records
	 * @param entries its entries
	 */
	private record Undecided(List<DatasetRecord> records, List<AnimeId> entries) {
	}

}
