package io.mokuroku.review.template;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.review.AwsFake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class SageMakerTaskUisTests {

	private static final TemplateFamily BUILT_IN = new TemplateConfiguration().builtInTemplates();

	private static final AwsFake SAGE_MAKER = AwsFake.start();

	private final Map<String, String> registered = new ConcurrentHashMap<>();

	private final SageMakerTaskUis taskUis = new SageMakerTaskUis(SAGE_MAKER.client(SageMakerClient.builder()));

	@AfterAll
	static void stop() {
		SAGE_MAKER.close();
	}

	@Test
	void registersAVersionOnceUnderItsOwnName() {
		SAGE_MAKER.on("SageMaker.CreateHumanTaskUi", this::create);
		this.taskUis.register(BUILT_IN.version(), "first");
		this.taskUis.register(BUILT_IN.version(), "second");
		assertThat(this.registered).containsExactly(Map.entry("mokuroku-review-" + BUILT_IN.version(), "first"));
	}

	@Test
	void saysThatTryingAgainHelpsWhereItDoes() {
		SAGE_MAKER.on("SageMaker.CreateHumanTaskUi", (_) -> AwsFake.Reply.failure(400, "ThrottlingException"));
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.taskUis.register(BUILT_IN.version(), "page"));
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> new SageMakerTaskUis(AwsFake.unreachable(SageMakerClient.builder()))
				.register(BUILT_IN.version(), "page"));
	}

	@Test
	void saysThatTryingAgainDoesNotHelpWhereThePageIsRefused() {
		SAGE_MAKER.on("SageMaker.CreateHumanTaskUi", (_) -> AwsFake.Reply.failure(400, "ValidationException"));
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> this.taskUis.register(BUILT_IN.version(), "page"))
			.returns("task_ui_refused", PermanentFailure::code);
	}

	@Test
	void showsWorkersTheTemplateThatReviewersSee() {
		String page = TaskUiPage.of(BUILT_IN);
		assertThat(page).contains("<crowd-form", "{% assign title = task.input.title %}",
				"{% assign changes = task.input.changes %}", BUILT_IN.find("task.liquid").orElseThrow(),
				BUILT_IN.find("portal.css").orElseThrow());
		assertThat(page.length()).as("the limit of SageMaker").isLessThan(128_000);
		String shown = LiquidPages.parse(page)
			.render(Map.of("task", Map.of("input", Map.of("title", "<b>", "deciding", true, "changes", List.of()))));
		assertThat(shown).contains("<h1>&lt;b&gt;</h1>", "name=\"decision\"").doesNotContain("<form");
	}

	private AwsFake.Reply create(JsonNode request) {
		String name = request.path("HumanTaskUiName").asString();
		String before = this.registered.putIfAbsent(name, request.path("UiTemplate").path("Content").asString());
		return (before != null) ? AwsFake.Reply.failure(400, "ResourceInUse")
				: AwsFake.Reply.ok(Map.of("HumanTaskUiArn", "arn:aws:sagemaker:us-east-1:1:human-task-ui/" + name));
	}

}
