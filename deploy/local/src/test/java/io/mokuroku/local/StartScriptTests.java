package io.mokuroku.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The script behind {@code deploy/local/up} on machines that lack something, which are
 * made of a PATH and a JAVA_HOME.
 */
@EnabledOnOs({ OS.LINUX, OS.MAC })
class StartScriptTests {

	private static final List<String> TOOLS = List.of("bash", "env", "dirname", "sed", "head", "sort", "find", "touch",
			"mkdir", "grep", "sleep", "mv", "ln", "readlink", "rm", "rmdir");

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@TempDir
	Path folder;

	private Path path;

	private Path script;

	@BeforeEach
	void makeAMachine() throws IOException {
		this.path = Files.createDirectory(this.folder.resolve("bin"));
		for (String tool : TOOLS) {
			lend(tool);
		}
		Path commands = Files.createDirectories(this.folder.resolve("checkout/deploy/local"));
		Files.copy(Path.of("mokuroku.sh"), commands.resolve("mokuroku.sh"));
		this.script = Files.copy(Path.of("up"), commands.resolve("up"));
	}

	@Test
	void tellsHowItIsUsedWithoutBuildingOrJava() throws Exception {
		Result result = run(this.script.toString(), "--dataset", "sample", "--help");

		assertThat(result.code()).isZero();
		assertThat(result.said()).hasSize(2).last().asString().startsWith("Usage: up [--dataset ");
		assertThat(this.script.resolveSibling("target")).doesNotExist();
	}

	@Test
	void asksForANewerJavaAndSaysWhatThereIs() throws Exception {
		java("jdk", 17);

		Result result = run("-c", ". \"$0\"; installed_javas() { :; }; mokuroku up",
				this.script.resolveSibling("mokuroku.sh").toString());

		assertThat(result.code()).isEqualTo(1);
		assertThat(result.said()).singleElement()
			.asString()
			.startsWith("Please install a JDK 25 or newer ")
			.endsWith(": the newest one found here is 17.");
	}

	@Test
	void asksForAJavaWhereThereIsNone() throws Exception {
		Result result = run("-c", ". \"$0\"; installed_javas() { :; }; mokuroku up",
				this.script.resolveSibling("mokuroku.sh").toString());

		assertThat(result.code()).isEqualTo(1);
		assertThat(result.said()).singleElement().asString().endsWith(": none was found here.");
	}

	@Test
	void asksForMaven() throws Exception {
		java("jdk", 25);

		Result result = run(this.script.toString());

		assertThat(result.code()).isEqualTo(1);
		assertThat(result.said())
			.containsExactly("Please install Maven 3.8.7 or newer: it is needed to build Mokuroku.");
	}

	@Test
	void asksForANewerMaven() throws Exception {
		java("jdk", 25);
		maven("echo 'Apache Maven 3.6.3 (abc)'");

		Result result = run(this.script.toString());

		assertThat(result.code()).isEqualTo(1);
		assertThat(result.said()).containsExactly("Please install Maven 3.8.7 or newer: the one found here is 3.6.3.");
	}

	@Test
	void saysWhyABuildFailedAndWhereTheRestIs() throws Exception {
		java("jdk", 25);
		maven("[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9 (abc)' && exit",
				"echo '[ERROR] Some.java:[3,1] class expected'; echo 'at some.Trace'; exit 1");

		Result result = run(this.script.toString());

		assertThat(result.code()).isEqualTo(1);
		assertThat(result.said()).hasSize(3);
		assertThat(result.said().get(1)).isEqualTo("[ERROR] Some.java:[3,1] class expected");
		assertThat(result.said().getLast()).startsWith("The build failed; all of its output is in ");
		assertThat(this.script.resolveSibling("target/build.log")).content().contains("at some.Trace");
	}

	@Test
	void endsTheBuildWhenItIsEndedItself() throws Exception {
		java("jdk", 25);
		Path id = this.folder.resolve("maven.pid");
		maven("[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9 (abc)' && exit", "echo $$ >'" + id + ".new'",
				"mv '" + id + ".new' '" + id + "'", "exec sleep 300");

		Process process = start(this.script.toString());
		await().atMost(LIMIT).until(() -> Files.exists(id));
		ProcessHandle maven = ProcessHandle.of(Long.parseLong(Files.readString(id).strip())).orElseThrow();
		process.destroy();

		assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		maven.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		assertThat(process.exitValue()).isEqualTo(143);
	}

	@Test
	void buildsOnceForTwoWhoComeTogether() throws Exception {
		java("jdk", 25);
		Path builds = this.folder.resolve("builds");
		Path go = this.folder.resolve("go");
		mavenThatBuilds(builds, "while [ ! -e '" + go + "' ]; do sleep 0.1; done");

		Process first = start(this.script.toString());
		await().atMost(LIMIT).until(() -> Files.exists(builds));
		Path said = this.folder.resolve("said-second");
		Process second = start(said, this.script.toString());
		await().atMost(LIMIT).until(() -> Files.readString(said).contains(": waiting for it ..."));
		Files.createFile(go);

		assertThat(first.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(second.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(List.of(first.exitValue(), second.exitValue())).containsOnly(0);
		assertThat(builds).content().hasLineCount(1);
		assertThat(Files.readAllLines(said).getFirst()).startsWith("Process " + first.pid() + " builds this checkout");
		assertThat(Files.exists(this.script.resolveSibling("target/building"), LinkOption.NOFOLLOW_LINKS)).isFalse();
	}

	@Test
	void takesOverFromABuildThatIsGone() throws Exception {
		java("jdk", 25);
		Path builds = this.folder.resolve("builds");
		mavenThatBuilds(builds);
		Process gone = new ProcessBuilder("true").start();
		gone.waitFor();
		Path claim = Files.createDirectories(this.script.resolveSibling("target")).resolve("building");
		Files.createSymbolicLink(claim, Path.of(String.valueOf(gone.pid())));

		Result result = run(this.script.toString());

		assertThat(result.code()).isZero();
		assertThat(result.said()).noneMatch((line) -> line.contains("waiting"));
		assertThat(builds).content().hasLineCount(1);
		assertThat(this.folder.resolve("checkout/common/target")).isDirectoryNotContaining("glob:**maven-status");
		assertThat(Files.exists(claim, LinkOption.NOFOLLOW_LINKS)).isFalse();
	}

	@Test
	void waitsForTheMavenOfAShellThatWasKilled() throws Exception {
		java("jdk", 25);
		Path builds = this.folder.resolve("builds");
		Path go = this.folder.resolve("go");
		mavenThatBuilds(builds, "while [ ! -e '" + go + "' ]; do sleep 0.1; done");
		Path mark = this.script.resolveSibling("target/unfinished");

		Process killed = start(this.script.toString());
		await().atMost(LIMIT).until(() -> Files.exists(builds) && Files.size(mark) > 0);
		killed.destroyForcibly().waitFor();
		Path said = this.folder.resolve("said-second");
		Process second = start(said, this.script.toString());
		await().atMost(LIMIT).until(() -> Files.readString(said).contains(": waiting for it ..."));
		assertThat(builds).content().hasLineCount(1);
		Files.createFile(go);

		assertThat(second.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(second.exitValue()).isZero();
		assertThat(builds).content().as("what may be half a build is built again").hasLineCount(2);
		assertThat(mark).doesNotExist();
	}

	@Test
	void leavesNoCompilationWithoutChecksWhereABuildFails() throws Exception {
		java("jdk", 25);
		maven("[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9 (abc)' && exit", "mkdir -p common/target/maven-status",
				"exit 1");

		Result result = run(this.script.toString());

		assertThat(result.code()).isOne();
		assertThat(this.folder.resolve("checkout/common/target")).isEmptyDirectory();
	}

	@Test
	void saysWhatToRemoveWhereADeadBuildCannotBeTakenOver() throws Exception {
		java("jdk", 25);
		Process gone = new ProcessBuilder("true").start();
		gone.waitFor();
		Path claim = Files.createDirectories(this.script.resolveSibling("target")).resolve("building");
		Files.createSymbolicLink(claim, Path.of(String.valueOf(gone.pid())));
		Files.createDirectory(claim.resolveSibling("building." + gone.pid()));
		program(this.path.resolve("sleep"), "exit 0");

		Result result = run(this.script.toString());

		assertThat(result.code()).isOne();
		assertThat(result.said()).anyMatch((line) -> line.contains("please remove " + claim));
	}

	private void mavenThatBuilds(Path builds, String... before) throws IOException {
		List<String> lines = new ArrayList<>(
				List.of("[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9 (abc)' && exit", "echo built >>'" + builds + "'"));
		lines.addAll(List.of(before));
		lines.addAll(List.of("mkdir -p common/target/maven-status deploy/local/target/lib",
				"touch common/target/mokuroku-common-0.1.0-SNAPSHOT.jar",
				"for each in sync-service enrichment-service review-service episode-scheduler search-api; do",
				"mkdir -p $each/target; touch $each/target/$each-0.1.0-SNAPSHOT.jar; done",
				"touch deploy/local/target/mokuroku-local.jar"));
		maven(lines.toArray(String[]::new));
	}

	private void java(String name, int version) throws IOException {
		Path bin = Files.createDirectories(this.folder.resolve(name).resolve("bin"));
		program(bin.resolve("java"), "echo '    java.specification.version = " + version + "' >&2");
		program(bin.resolve("javac"), "exit 1");
	}

	private void maven(String... lines) throws IOException {
		program(this.path.resolve("mvn"), lines);
	}

	private void lend(String tool) throws IOException {
		program(this.path.resolve(tool), "exec '" + find(tool) + "' \"$@\"");
	}

	private static void program(Path file, String... lines) throws IOException {
		Files.writeString(file, "#!" + find("bash") + "\n" + String.join("\n", lines) + "\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
	}

	private static Path find(String tool) {
		return Arrays.stream(System.getenv("PATH").split(":", -1))
			.map((directory) -> Path.of(directory, tool))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new AssertionError("this machine has no " + tool));
	}

	private Process start(String... arguments) throws IOException {
		return start(this.folder.resolve("said"), arguments);
	}

	private Process start(Path said, String... arguments) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(this.path.resolve("bash").toString());
		builder.command().addAll(List.of(arguments));
		builder.environment().clear();
		builder.environment().put("PATH", this.path.toString());
		builder.environment().put("HOME", this.folder.toString());
		builder.environment().put("JAVA_HOME", this.folder.resolve("jdk").toString());
		return builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
	}

	private Result run(String... arguments) throws Exception {
		Process process = start(arguments);
		assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		return new Result(process.exitValue(), Files.readAllLines(this.folder.resolve("said")));
	}

	private record Result(int code, List<String> said) {

		Result {
			said = List.copyOf(said);
		}

	}

}
