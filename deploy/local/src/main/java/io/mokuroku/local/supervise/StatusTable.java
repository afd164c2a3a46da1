package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The table of processes an operator sees.
 */
final class StatusTable {

	private static final String ROW = "%-20s %-12s %8s %6s %9s %9s %10s  %s%n";

	private StatusTable() {
	}

	static String of(List<ChildReport> reports) {
		StringBuilder table = new StringBuilder(String.format(Locale.ROOT, ROW, "NAME", "STATE", "PID", "PORT",
				"RESTARTS", "RSS MiB", "CPU s", "NOTE"));
		long total = 0;
		for (ChildReport report : reports) {
			ProcessHandle handle = report.process().orElse(null);
			OptionalLong memory = (handle != null) ? memory(handle) : OptionalLong.empty();
			total += memory.orElse(0);
			table.append(String.format(Locale.ROOT, ROW, report.name(), state(report, handle != null),
					(handle != null) ? handle.pid() : "-", report.port(), report.restarts(),
					memory.isPresent() ? memory.getAsLong() >> 20 : "-", (handle != null) ? cpu(handle) : "-",
					report.note()));
		}
		if (total > 0) {
			table.append(String.format(Locale.ROOT, "all together: %d MiB%n", total >> 20));
		}
		return table.toString();
	}

	/**
	 * What was written down last may be stale: a supervisor that was killed writes
	 * nothing any more.
	 */
	private static String state(ChildReport report, boolean runs) {
		boolean claimsToRun = switch (report.state()) {
			case STARTING, HEALTHY, UNHEALTHY -> true;
			case WAITING, BACKING_OFF, STOPPED -> false;
		};
		return (claimsToRun && !runs) ? "gone" : report.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static String cpu(ProcessHandle handle) {
		return withChildren(handle).map((each) -> each.info().totalCpuDuration().orElse(Duration.ZERO))
			.reduce(Duration::plus)
			.map((sum) -> String.format(Locale.ROOT, "%.1f", sum.toMillis() / 1000.0))
			.orElse("-");
	}

	private static OptionalLong memory(ProcessHandle handle) {
		List<Long> sizes = new ArrayList<>();
		withChildren(handle).forEach((each) -> residentBytes(each.pid()).ifPresent(sizes::add));
		return sizes.isEmpty() ? OptionalLong.empty()
				: OptionalLong.of(sizes.stream().mapToLong(Long::longValue).sum());
	}

	private static Stream<ProcessHandle> withChildren(ProcessHandle handle) {
		return Stream.concat(Stream.of(handle), handle.descendants());
	}

	private static OptionalLong residentBytes(long pid) {
		Path status = Path.of("/proc", String.valueOf(pid), "status");
		try {
			if (Files.exists(status)) {
				return Files.readAllLines(status)
					.stream()
					.filter((line) -> line.startsWith("VmRSS:"))
					.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
					.findFirst();
			}
			return Installation.isWindows() ? OptionalLong.empty() : askPs(pid);
		}
		catch (IOException _) {
			return OptionalLong.empty();
		}
	}

	private static OptionalLong askPs(long pid) throws IOException {
		Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
		try (InputStream in = ps.getInputStream()) {
			String answer = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
			return answer.matches("\\d+") ? OptionalLong.of(Long.parseLong(answer) << 10) : OptionalLong.empty();
		}
	}

}
