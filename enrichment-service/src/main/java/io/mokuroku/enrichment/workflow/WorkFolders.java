package io.mokuroku.enrichment.workflow;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Looks at folders that others may be changing or removing at the same moment.
 */
final class WorkFolders {

	private WorkFolders() {
	}

	/**
	 * The bytes of all files below a folder, 0 if it is not there. What in it cannot be
	 * read is not counted.
	 */
	static long bytes(Path folder) throws IOException {
		AtomicLong bytes = new AtomicLong();
		Files.walkFileTree(folder, new Visitor() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				bytes.addAndGet(attributes.size());
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
				return file.equals(folder) ? super.visitFileFailed(file, failure) : FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure) throws IOException {
				return inner.equals(folder) ? super.postVisitDirectory(inner, failure) : FileVisitResult.CONTINUE;
			}

		});
		return bytes.get();
	}

	/** When the latest file below a folder was written, or the folder itself was made. */
	static Instant writtenAt(Path folder) throws IOException {
		AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);
		Files.walkFileTree(folder, new Visitor() {

			@Override
			public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
				return visitFile(inner, attributes);
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				Instant at = attributes.lastModifiedTime().toInstant();
				latest.updateAndGet((known) -> at.isAfter(known) ? at : known);
				return FileVisitResult.CONTINUE;
			}

		});
		return latest.get();
	}

	/** Removes a folder with everything in it. */
	static void remove(Path folder) throws IOException {
		Files.walkFileTree(folder, new Visitor() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.deleteIfExists(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure) throws IOException {
				Files.deleteIfExists(inner);
				return FileVisitResult.CONTINUE;
			}

		});
	}

	private static class Visitor extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
			if (failure instanceof NoSuchFileException) {
				return FileVisitResult.CONTINUE;
			}
			throw failure;
		}

	}

}
