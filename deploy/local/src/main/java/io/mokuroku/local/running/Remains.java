package io.mokuroku.local.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What executions leave behind: one version more of their entries, and no lock, no file
 * and no message.
 */
public final class Remains {

	private final LocalApis apis;

	private final Path workArea;

	private final Map<String, Long> before;

	/**
	 * Notes the versions there are.
	 * @param workArea the folder executions keep their files in
	 * @throws IOException if the tables cannot be read
	 */
	public Remains(LocalApis apis, Path workArea) throws IOException, InterruptedException {
		this.apis = apis;
		this.workArea = workArea;
		this.before = versions();
	}

	private Map<String, Long> versions() throws IOException, InterruptedException {
		Map<String, Long> versions = new HashMap<>();
		this.apis.scan("anime", (item) -> {
			if (item.at("/part/S").asString("").equals("entry")) {
				versions.put(item.at("/anime_id/S").asString(), item.at("/version/N").asLong());
			}
		});
		return versions;
	}

	/**
	 * What is not as it should be, a sentence each.
	 * @param committed the entries with one execution that committed
	 * @param open how many executions wait for a person: these keep what they hold, and
	 * other requests for their entries wait on the queue meanwhile
	 */
	public List<String> faults(Collection<String> committed, int open) throws IOException, InterruptedException {
		List<String> faults = new ArrayList<>();
		Map<String, Long> after = versions();
		committed.forEach((id) -> {
			long commits = after.getOrDefault(id, 0L) - this.before.getOrDefault(id, 0L);
			if (commits != 1) {
				faults.add(id + " was committed " + commits + " times");
			}
		});
		this.before.keySet()
			.stream()
			.filter((id) -> !after.containsKey(id))
			.forEach((id) -> faults.add(id + " is lost"));
		List<String> locks = new ArrayList<>();
		this.apis.scan("processing-locks", (item) -> {
			if (!item.at("/lock_owner/S").asString("-").equals("-")) {
				locks.add(item.at("/anime_id/S").asString());
			}
		});
		if (locks.size() != open) {
			faults.add("locks held: " + locks.size() + ", for executions that wait for a person: " + open);
		}
		try (Stream<Path> folders = Files.exists(this.workArea) ? Files.list(this.workArea) : Stream.empty()) {
			long left = folders.filter(Files::isDirectory).count();
			if (left != open) {
				faults.add("folders left: " + left + ", for executions that wait for a person: " + open);
			}
		}
		long messages = this.apis.messages() - Math.min(open, this.apis.messages("enrichment-requests"));
		if (messages > 0) {
			faults.add("messages left: " + messages);
		}
		return faults;
	}

}
