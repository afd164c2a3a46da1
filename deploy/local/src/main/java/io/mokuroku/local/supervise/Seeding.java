package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import io.mokuroku.local.Ports;
import io.mokuroku.local.Refusal;
import io.mokuroku.local.upstream.InventedTitles;
import io.mokuroku.local.upstream.SampleRelease;
import io.mokuroku.local.upstream.SampleTitle;
import io.mokuroku.local.upstream.SampleTitles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks sync-service to fill the catalogue, and waits until it has accepted a release.
 */
final class Seeding {

	private static final String LATEST = "latest";

	private static final Duration BEAT = Duration.ofMillis(300);

	private final Ports ports;

	private final Path sampleFile;

	private final PrintStream out;

	private final InstantSource clock;

	Seeding(Ports ports, Path sampleFile, PrintStream out, InstantSource clock) {
		this.ports = ports;
		this.sampleFile = sampleFile;
		this.out = out;
		this.clock = clock;
	}

	/**
	 * Starts the import of a release.
	 * @param dataset a file, a URL, the sample or a number of invented titles; null for
	 * the newest release, or the bundled sample if that cannot be had
	 * @return what is being imported, in words
	 * @throws Refusal if the named dataset cannot be imported
	 */
	String start(@Nullable String dataset) throws IOException, InterruptedException {
		if (Dataset.SAMPLE.equals(dataset)) {
			return bundledSample();
		}
		OptionalInt invented = (dataset != null) ? Dataset.invented(dataset) : OptionalInt.empty();
		if (invented.isPresent()) {
			return sample("release of invented titles", InventedTitles.first(invented.getAsInt()));
		}
		if (dataset != null) {
			String error = importing(dataset);
			if (error != null) {
				throw new Refusal("The dataset " + dataset + " cannot be imported: " + error + ".");
			}
			return dataset;
		}
		String error = importing(LATEST);
		if (error == null) {
			return "the newest release";
		}
		this.out.println("The newest release cannot be had (" + error + "): using the bundled sample instead.");
		return bundledSample();
	}

	private String bundledSample() throws IOException, InterruptedException {
		return sample("bundled sample", SampleTitles.bundled());
	}

	/** Writes a release of titles the demo providers know, and imports it. */
	private String sample(String name, List<SampleTitle> titles) throws IOException, InterruptedException {
		new SampleRelease(Ports.url(this.ports.upstream()), this.clock.instant()).write(titles, this.sampleFile);
		String error = importing(this.sampleFile.toString());
		if (error != null) {
			throw new Refusal("The " + name + " cannot be imported: " + error + ".");
		}
		return "the " + name + ", " + titles.size() + " titles";
	}

	/** Why a release is not imported; null once it is. */
	private @Nullable String importing(String source) throws IOException, InterruptedException {
		JsonNode run = run(LocalHttp.post(syncs(), headers(),
				"{\"source\":" + JsonMapper.shared().writeValueAsString(source) + "}"));
		String id = run.path("id").asString();
		while (true) {
			switch (run.path("attributes").path("state").asString()) {
				case "FAILED" -> {
					return run.path("attributes").path("error").asString("no reason given");
				}
				case "QUARANTINED", "CANCELLED" -> {
					return run.path("attributes").path("note").asString("no reason given");
				}
				case "RUNNING", "SUCCEEDED" -> {
					return null;
				}
				default -> Thread.sleep(BEAT);
			}
			run = run(LocalHttp.get(syncs() + "/" + id, headers()));
		}
	}

	private String syncs() {
		return Ports.url(this.ports.sync()) + "/v1/syncs";
	}

	private Map<String, String> headers() {
		return Map.of("Content-Type", "application/json", "Accept", "application/json, application/vnd.api+json",
				"Authorization", "Bearer " + LocalHttp.token(this.ports, "catalogue.sync"));
	}

	private static JsonNode run(LocalHttp.Answer answer) {
		if (answer.status() / 100 != 2) {
			throw new Refusal("sync-service refused to fill the catalogue: HTTP " + answer.status() + " "
					+ answer.body().strip().lines().findFirst().orElse("") + ".");
		}
		return JsonMapper.shared().readTree(answer.body()).path("data");
	}

}
