package io.mokuroku.enrichment.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about the workflow says what the definition and the schemas say.
 */
final class WorkflowPageTests {

	private static final Path PAGE = Path.of("..", "docs", "workflow.md");

	private static final String COMMAND = "mvn -pl enrichment-service -am -Dsurefire.failIfNoSpecifiedTests=false "
			+ "-Dtest=WorkflowPageTests -Dmokuroku.write-pages=true test";

	private final String page = new WorkflowPage(DefinedStates.ofRepository()).of(template());

	@Test
	void isWhatTheDefinitionAndTheSchemasSay() throws IOException {
		if (Boolean.getBoolean("mokuroku.write-pages")) {
			Files.writeString(PAGE, this.page);
		}
		assertThat(Files.readString(PAGE).equals(this.page))
			.as("docs/workflow.md is stale, write it anew with: " + COMMAND)
			.isTrue();
	}

	@Test
	void leavesNothingToFillIn() {
		assertThat(this.page).doesNotContain("{{", "null");
		DefinedStates.ofRepository().states().keySet().forEach((state) -> assertThat(this.page).contains(state));
	}

	private static String template() {
		try (InputStream in = WorkflowPageTests.class.getResourceAsStream("workflow-page.md")) {
			return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).replace("{{command}}",
					COMMAND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
