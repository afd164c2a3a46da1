package io.mokuroku.enrichment.workflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.Lock;

/**
 * The name of an execution: the entry it works on and the fencing number of the lock it
 * was started with, so that one lock is one execution.
 *
 * @param animeId the entry
 * @param fencing the number of the lock
 */
record ExecutionName(AnimeId animeId, long fencing) {

	private static final Pattern FORM = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9]{1,18})");

	/** The name of the one execution under a lock. */
	static ExecutionName under(Lock lock) {
		return new ExecutionName(lock.animeId(), lock.fencing());
	}

	/** Reads a name; empty if no execution of ours is named so. */
	static Optional<ExecutionName> parse(String name) {
		Matcher matcher = FORM.matcher(name);
		return matcher.matches()
				? Optional.of(new ExecutionName(AnimeId.of(matcher.group(1)), Long.parseLong(matcher.group(2))))
				: Optional.empty();
	}

	/** The name of the execution behind an ARN. */
	static String ofArn(String arn) {
		return arn.substring(arn.lastIndexOf(':') + 1);
	}

	@Override
	public String toString() {
		return this.animeId + "-" + this.fencing;
	}

}
