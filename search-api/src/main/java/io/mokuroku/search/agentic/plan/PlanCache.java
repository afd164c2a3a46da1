package io.mokuroku.search.agentic.plan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import io.mokuroku.upstream.shared.Away;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.upstream.shared.SharedState;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans in Redis. Without it every question is planned anew.
 */
public final class PlanCache {

	private final SharedState shared;

	private final Duration kept;

	private final JsonMapper json;

	/**
	 * A cache.
	 * @param kept how long a plan is used; zero for not at all
	 */
	public PlanCache(SharedState shared, Duration kept, JsonMapper json) {
		this.shared = shared;
		this.kept = kept;
		this.json = json;
	}

	/** The plan for a question. */
	public Optional<KeptPlan> find(String question) {
		if (this.kept.isZero()) {
			return Optional.empty();
		}
		try {
			return this.shared.find(key(question)).map((bytes) -> this.json.readValue(bytes, KeptPlan.class));
		}
		catch (Away | JacksonException ex) {
			return Optional.empty();
		}
	}

	/** Keeps the plan for a question. */
	public void keep(String question, KeptPlan plan) {
		if (this.kept.isZero()) {
			return;
		}
		try {
			this.shared.put(key(question), this.json.writeValueAsString(plan).getBytes(StandardCharsets.UTF_8),
					this.kept);
		}
		catch (Away ex) {
			// the next one plans anew
		}
	}

	private static CacheKey key(String question) {
		return CacheKey.plan("bedrock", question);
	}

}
