package io.mokuroku.enrichment.commit;

import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.enrichment.workflow.Aftercare;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;

/**
 * Leaves an entry as it is and cleans up after an execution: the proposal, the lock if it
 * is still the execution's, the work area. Every execution ends here, however it went.
 */
public final class LeaveEntry implements TaskWorker<LeaveEntry.Input>, Aftercare {

	private final AnimeStore store;

	private final EntryParts parts;

	private final ProcessingLocks locks;

	private final WorkArea area;

	/** Cleans up. */
	public LeaveEntry(AnimeStore store, EntryParts parts, ProcessingLocks locks, WorkArea area) {
		this.store = store;
		this.parts = parts;
		this.locks = locks;
		this.area = area;
	}

	@Override
	public String task() {
		return "release";
	}

	@Override
	public Class<Input> inputType() {
		return Input.class;
	}

	@Override
	public Map<String, Object> work(TaskRun run, Input input) {
		cleanUp(run, input.lock().owner());
		return Map.of();
	}

	@Override
	public void cleanUp(TaskRun run, String owner) {
		Optional<Lock> lock = this.locks.find(run.animeId()).filter((held) -> held.owner().equals(owner));
		if (lock.isPresent() || isObsolete(run.animeId())) {
			this.parts.removeProposal(run.animeId());
		}
		lock.ifPresent(this.locks::release);
		this.area.remove(run.execution());
	}

	/**
	 * The next execution may have begun already; what it proposes is newer than the
	 * entry.
	 */
	private boolean isObsolete(AnimeId id) {
		long version = this.store.find(id).map((entry) -> entry.revision().version()).orElse(Long.MAX_VALUE);
		return this.parts.findProposal(id).filter((proposal) -> proposal.revision().version() <= version).isPresent();
	}

	/**
	 * What to give back.
	 *
	 * @param lock the lock the execution was started with
	 */
	public record Input(Owner lock) {
	}

}
