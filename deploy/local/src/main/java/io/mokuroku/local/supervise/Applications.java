package io.mokuroku.local.supervise;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.mokuroku.local.Refusal;

/**
 * The unpacked services. A service starts faster from its unpacked jar, so each build is
 * unpacked once and kept as long as it is the newest.
 */
final class Applications {

	private final Installation installation;

	private final Path directory;

	Applications(Installation installation, Path directory) {
		this.installation = installation;
		this.directory = directory;
	}

	boolean isUnpacked(Service service) {
		return Files.exists(jar(service));
	}

	/**
	 * Where the unpacked jar of the current build is or will be.
	 */
	Path jar(Service service) {
		Path packed = this.installation.serviceJar(service.module());
		return build(service, packed).resolve(packed.getFileName());
	}

	/**
	 * Unpacks the current build of a service and removes older ones.
	 */
	void unpack(Service service) throws IOException, InterruptedException {
		Path packed = this.installation.serviceJar(service.module());
		Path target = build(service, packed);
		Path partial = target.resolveSibling(target.getFileName() + ".partial");
		remove(this.directory.resolve(service.module()));
		Files.createDirectories(this.directory.resolve(service.module()));
		Process process = new ProcessBuilder(this.installation.java().toString(), "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-Djarmode=tools", "-jar", packed.toString(), "extract", "--destination",
				partial.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new Refusal(
					service.module() + " cannot be unpacked: " + output.strip().lines().findFirst().orElse("") + ".");
		}
		Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
	}

	private Path build(Service service, Path packed) {
		File file = packed.toFile();
		return this.directory.resolve(service.module()).resolve(file.lastModified() + "-" + file.length());
	}

	static void remove(Path tree) throws IOException {
		if (!Files.exists(tree)) {
			return;
		}
		try (Stream<Path> paths = Files.walk(tree)) {
			List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
			for (Path path : deepestFirst) {
				Files.delete(path);
			}
		}
	}

}
