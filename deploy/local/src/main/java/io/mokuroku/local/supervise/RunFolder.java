package io.mokuroku.local.supervise;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.mokuroku.local.Ports;
import io.mokuroku.local.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state directory of a run, and what its processes tell each other through it.
 *
 * @param state the directory everything is kept under
 */
record RunFolder(Path state) {

	private static final Logger log = LoggerFactory.getLogger(RunFolder.class);

	private static final String PORT_BASE = "port-base";

	private static final long ROOM_NEEDED = 1L << 30;

	RunFolder {
		state = state.toAbsolutePath().normalize();
	}

	Path run() {
		return this.state.resolve("run");
	}

	Path applications() {
		return this.state.resolve("apps");
	}

	/**
	 * The release that a catalogue is seeded with where nothing else can be had.
	 */
	Path sample() {
		return this.state.resolve("sample.jsonl");
	}

	LogFiles logs() {
		return new LogFiles(this.state.resolve("logs"));
	}

	/**
	 * Makes the folder, if there is room for what a run writes.
	 */
	void prepare() {
		try {
			Files.createDirectories(run());
			Files.createDirectories(this.state.resolve("logs"));
			refuseTooLittleRoom(Files.getFileStore(this.state).getUsableSpace());
		}
		catch (IOException ex) {
			throw new Refusal("The state directory " + this.state + " cannot be written: " + reason(ex) + ".");
		}
	}

	/**
	 * Refuses what would be a full disk soon.
	 * @param usable in bytes
	 */
	void refuseTooLittleRoom(long usable) {
		if (usable < ROOM_NEEDED) {
			throw new Refusal("The disk is almost full: " + (usable >> 20) + " MiB are left at " + this.state
					+ ", a run needs " + (ROOM_NEEDED >> 20) + " MiB.");
		}
	}

	/** The message of some is nothing but a path. */
	private static String reason(IOException failure) {
		return switch (failure) {
			case AccessDeniedException _ -> "permission denied";
			case FileAlreadyExistsException _ -> "there is a file in its place";
			case FileSystemException ex when ex.getReason() != null -> ex.getReason();
			default -> String.valueOf(failure.getMessage());
		};
	}

	/**
	 * Claims the folder for one supervisor. The claim ends with the process, however it
	 * ends.
	 * @return the claim, empty when another supervisor has it
	 */
	Optional<FileLock> claim() throws IOException {
		return claim("lock");
	}

	/**
	 * Claims the folder for one start, which unpacks and clears away what no other start
	 * must touch meanwhile. The claim ends with the process, however it ends.
	 * @return the claim, empty when another start has it
	 */
	Optional<FileLock> claimStart() throws IOException {
		return claim("starting");
	}

	private Optional<FileLock> claim(String name) throws IOException {
		FileChannel channel = FileChannel.open(run().resolve(name), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		try {
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return Optional.of(lock);
			}
		}
		catch (OverlappingFileLockException _) {
			// claimed by another run in this very process
		}
		channel.close();
		return Optional.empty();
	}

	boolean isClaimed() throws IOException {
		if (!Files.exists(run().resolve("lock"))) {
			return false;
		}
		Optional<FileLock> claim = claim();
		if (claim.isPresent()) {
			claim.get().acquiredBy().close();
		}
		return claim.isEmpty();
	}

	void askToStop() throws IOException {
		Files.writeString(run().resolve("stop"), "");
	}

	boolean isStopAsked() {
		return Files.exists(run().resolve("stop"));
	}

	void forgetStop() throws IOException {
		Files.deleteIfExists(run().resolve("stop"));
	}

	void remember(Ports ports) throws IOException {
		Path fresh = Files.writeString(run().resolve("port-base.new"), String.valueOf(ports.base()));
		Files.move(fresh, run().resolve(PORT_BASE), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
	}

	/**
	 * The ports of the last run; the usual ones where it did not say, or not readably.
	 */
	Ports ports() throws IOException {
		Path file = run().resolve(PORT_BASE);
		try {
			return new Ports(Integer.parseInt(Files.readString(file).strip()));
		}
		catch (NoSuchFileException _) {
			return new Ports(Ports.DEFAULT_BASE);
		}
		catch (CharacterCodingException | NumberFormatException | Refusal ex) {
			log.warn("event=port-base-unreadable file={} taken={} cause=\"{}\"", file, Ports.DEFAULT_BASE,
					ex.toString());
			return new Ports(Ports.DEFAULT_BASE);
		}
	}

	/**
	 * What the last supervisor wrote down, in the order things are started.
	 */
	List<ChildReport> reports() throws IOException {
		List<ChildReport> reports = new ArrayList<>();
		for (String name : LaunchPlan.names()) {
			ChildReport.read(run(), name).ifPresent(reports::add);
		}
		return reports;
	}

	void forgetReports() throws IOException {
		for (String name : LaunchPlan.names()) {
			ChildReport.forget(run(), name);
		}
	}

}
