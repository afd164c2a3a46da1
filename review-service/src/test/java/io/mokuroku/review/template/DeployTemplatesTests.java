package io.mokuroku.review.template;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class DeployTemplatesTests {

	private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

	private static final TemplateFamily FIRST = family("first");

	private static final TemplateFamily SECOND = family("second");

	private final Templates templates = new Templates(LocalEngines.start().dynamo());

	private Instant now = START;

	private boolean reachable = true;

	private boolean refused;

	@BeforeEach
	@AfterEach
	void forgetTemplates() {
		LocalEngines.start().reset();
	}

	@Test
	void showsABuildThatCouldNotBeRegisteredAtFirst() {
		build(FIRST).deployBuild();
		this.reachable = false;
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> later(SECOND).deployBuild());
		assertThat(shownNow()).isEqualTo(FIRST.version());
		this.reachable = true;
		later(SECOND).deployBuild();
		assertThat(shownNow()).isEqualTo(SECOND.version());
	}

	@Test
	void keepsNothingThatSageMakerRefuses() {
		this.refused = true;
		assertThat(build(FIRST).deploy(SECOND, "mio"))
			.isEqualTo(new DeployOutcome.Refused(List.of(new Fault("task.liquid", "SageMaker refuses the page: no"))));
		assertThat(this.templates.all()).isEmpty();
	}

	@Test
	void showsABuildOnceAndAnOlderOneAgain() {
		build(FIRST).deployBuild();
		later(FIRST).deployBuild();
		assertThat(build(FIRST).history()).hasSize(1);
		later(SECOND).deployBuild();
		later(FIRST).deployBuild();
		assertThat(shownNow()).isEqualTo(FIRST.version());
	}

	@Test
	void leavesWhatAPersonChose() {
		build(FIRST).deployBuild();
		later(FIRST).show(FIRST.version(), "lena");
		later(SECOND).deployBuild();
		assertThat(shownNow()).isEqualTo(FIRST.version());
		assertThat(later(SECOND).show(SECOND.version(), "lena")).as("it is deployed all the same").isPresent();
	}

	@Test
	void keepsTheFirstPageForTasksFromBeforeIt() {
		build(FIRST).deployBuild();
		later(SECOND).deployBuild();
		Instant before = START.minus(Duration.ofDays(1));
		assertThat(pages(SECOND).shownAt(before)).isEqualTo(FIRST.version());
		assertThat(pages(SECOND).render("task", Map.of(), before)).isEqualTo("[first]");
		assertThat(pages(SECOND).render("task", Map.of())).isEqualTo("[second]");
	}

	@Test
	void showsTheBuildWhereNothingWasEverShown() {
		assertThat(pages(SECOND).shownAt(START)).isEqualTo(SECOND.version());
	}

	private static TemplateFamily family(String page) {
		return new TemplateFamily(Map.of("task.liquid", page, "layout.liquid", "[{{ content }}]"));
	}

	private TemplateVersion shownNow() {
		return pages(FIRST).shownAt(this.now);
	}

	private PageTemplates pages(TemplateFamily builtIn) {
		return new PageTemplates(this.templates, builtIn, () -> this.now);
	}

	private DeployTemplates later(TemplateFamily builtIn) {
		this.now = this.now.plusSeconds(60);
		return build(builtIn);
	}

	private DeployTemplates build(TemplateFamily builtIn) {
		return new DeployTemplates(this.templates, builtIn, new CheckFamily(new NoSamples(), false), (_, _) -> {
			if (!this.reachable) {
				throw new RetryableFailure("SageMaker is away", null);
			}
			if (this.refused) {
				throw new PermanentFailure("task_ui_refused", "SageMaker refuses the page: no");
			}
		}, () -> this.now);
	}

	private static final class NoSamples implements SamplePages {

		@Override
		public Set<String> pages() {
			return Set.of();
		}

		@Override
		public Map<String, Object> model(String page, AnimeEntry proposed) {
			return Map.of();
		}

	}

}
