package io.mokuroku.search.role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

final class RoleConfigurationTests {

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LifecycleAutoConfiguration.class))
		.withUserConfiguration(RoleConfiguration.class, Beans.class);

	@Test
	void doesEverythingUnlessToldOtherwise() {
		this.contexts.run((context) -> {
			assertThat(context.getBean(RoleSettings.class).role()).isEqualTo(RoleSettings.Role.BOTH);
			assertThat(context.getBean("answering", Part.class).isRunning()).isTrue();
			assertThat(context.getBean("indexing", Part.class).isRunning()).isTrue();
		});
	}

	@Test
	void worksAsAnIndexer() {
		this.contexts.withPropertyValues("mokuroku.search.role=indexer")
			.run((context) -> assertThat(context.getBean("indexing", Part.class).isRunning()).isTrue());
	}

	@Test
	void answersOnly() {
		this.contexts.withPropertyValues("mokuroku.search.role=api", "mokuroku.index.kind=qdrant").run((context) -> {
			assertThat(context.getBean("answering", Part.class).isRunning()).isTrue();
			assertThat(context.getBean("indexing", Part.class).isRunning()).isFalse();
		});
	}

	@Test
	void refusesFilesHoweverTheyAreSpelt() {
		this.contexts.withPropertyValues("mokuroku.search.role=api", "mokuroku.index.kind=LUCENE")
			.run((context) -> assertThat(context).hasFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "api", "reader" })
	void refusesAnIndexThatNobodyWouldFeedAndRolesThatDoNotExist(String role) {
		this.contexts.withPropertyValues("mokuroku.search.role=" + role)
			.run((context) -> assertThat(context).hasFailed());
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		Part answering() {
			return new Part();
		}

		@Bean
		@OfIndexer
		Part indexing() {
			return new Part();
		}

	}

	static final class Part implements SmartLifecycle {

		private volatile boolean running;

		@Override
		public void start() {
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

}
