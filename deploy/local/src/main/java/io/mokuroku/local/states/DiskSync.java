package io.mokuroku.local.states;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forces written files to the disk, together and at most a second after the first of them
 * was written: so much, and no more, a loss of power may take. Does nothing while nothing
 * is written.
 */
final class DiskSync implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(DiskSync.class);

	private static final Duration DELAY = Duration.ofSeconds(1);

	private final ScheduledExecutorService thread = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("state-machine-disk").factory());

	private Set<Path> dirty = new HashSet<>();

	synchronized void wrote(Path file) {
		this.dirty.add(file);
		if (this.dirty.size() == 1 && !this.thread.isShutdown()) {
			var _ = this.thread.schedule(this::flush, DELAY.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private synchronized Set<Path> take() {
		Set<Path> taken = this.dirty;
		this.dirty = new HashSet<>();
		return taken;
	}

	private void flush() {
		for (Path file : take()) {
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
				channel.force(false);
			}
			catch (NoSuchFileException ex) {
				logger.debug("event=journal-moved-before-sync file={}", file);
			}
			catch (IOException ex) {
				logger.warn("event=journal-sync-failed file={} reason={}", file, ex.toString());
			}
		}
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
		flush();
	}

}
