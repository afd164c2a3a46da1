package io.mokuroku.local.supervise;

import java.util.List;

import io.mokuroku.local.Ports;

/**
 * The five services and what each is started with.
 */
enum Service {

	SYNC("sync-service"),

	ENRICHMENT("enrichment-service"),

	REVIEW("review-service"),

	EPISODES("episode-scheduler"),

	SEARCH("search-api");

	private final String module;

	Service(String module) {
		this.module = module;
	}

	String module() {
		return this.module;
	}

	int port(Ports ports) {
		return switch (this) {
			case SYNC -> ports.sync();
			case ENRICHMENT -> ports.enrichment();
			case REVIEW -> ports.review();
			case EPISODES -> ports.episodes();
			case SEARCH -> ports.search();
		};
	}

	/**
	 * Flags of its Java. Search computes embeddings, so it gets the full compiler and the
	 * vector instructions.
	 */
	List<String> flags() {
		return switch (this) {
			case SYNC, ENRICHMENT, REVIEW, EPISODES -> List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");
			case SEARCH -> List.of("-Xmx512m", "--add-modules", "jdk.incubator.vector");
		};
	}

}
